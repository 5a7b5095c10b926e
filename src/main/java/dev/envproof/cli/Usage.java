package dev.envproof.cli;

import java.util.Set;

/** What the jar answers to {@code --help}. */
final class Usage {
    static final Set<String> ASKED = Set.of("--help", "-h", "-help", "help");

    static final String TEXT = """
            usage: java -jar envproof.jar [FLAG...]             verify, from a folder with environments/ and suites/
                   java -jar envproof.jar replica [...]         serve a replica in the foreground
                   java -jar envproof.jar proof [ID-PREFIX...]  prove the rules: each fault on, found, off, green
                   java -jar envproof.jar import SYSTEM FILE... write first environment files; see import --help

              -Denv=staging             one environment, or a comma list; every one where it is left out
              -Dsystem=job-platform     a folder of environments/
              -Dsuite=smoke             a file of suites/ (full)
              -Dtarget=replica, remote  force one
              -Dreplica=auto, embedded, docker
                                        the replica's engine
              -Dfault=ID                start the replica with that fault, or a comma list
              -Dexpect.version=VERSION  first wait until the deployed version answers
              -Dhistory=FILE            what each run changed is added there (reports/history.jsonl)

            exit code: 0 the gate is open, 1 a broken rule closed it, 2 closed without a broken rule, 64 bad
            configuration or flags or no place for the reports, 70 a defect of envproof. Reports go to reports/.
            """;

    private Usage() {}
}
