package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SensitiveFileProbe;
import dev.envproof.probe.secrets.SensitiveFileProbe.Look;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Set;

/** Judges the content, not the status: a single-page application answers every path with 200. */
@Card(
        id = "secrets/no-env-file-is-served",
        says = "the edge serves no file of variables, repository, backup or key",
        severity = Severity.CRITICAL,
        because = "scanners ask every host for such files within minutes, and read all secrets at once",
        remedy = "serve a directory that holds nothing else, deny dot files at the edge, and rotate what was served",
        requires = {},
        trippedBy = Fault.SECRETS_ENV_FILE_SERVED,
        verifies = {"JP-18"})
public final class NoEnvFileIsServed implements Rule.OfEnvironment<SensitiveFileProbe.Seen> {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 407);

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SensitiveFileProbe.Seen seen) {
        List<Verdict> telling = seen.looks().stream()
                .filter(look -> look.found().isPresent() || look.doubt().isPresent())
                .map(NoEnvFileIsServed::judge)
                .toList();
        if (!telling.isEmpty()) {
            return Verdict.all(telling);
        }
        boolean isShutToUs = REFUSALS.contains(seen.known())
                && seen.looks().stream().allMatch(look -> look.status() == seen.known());
        return isShutToUs
                ? Verdict.inconclusive("the edge refuses every path with HTTP " + seen.known() + ", known ones as well")
                : Verdict.held(seen.looks().size() + " paths, none of them such a file");
    }

    private static Verdict judge(Look look) {
        return look.found()
                .map(file -> Verdict.broken("no such file", look.path() + ": " + file, look.exchange()))
                .orElseGet(() ->
                        Verdict.inconclusive(look.path() + ": " + look.doubt().orElseThrow(), look.exchange()));
    }
}
