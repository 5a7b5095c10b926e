package dev.envproof.merge;

import dev.envproof.suite.Subject;
import java.util.List;
import java.util.stream.Stream;

/** A subject as the list of its names. */
final class SubjectNames {
    /** As environments' files are named: nothing that leads out of a folder. */
    private static final String NAME = "[a-z][a-z0-9-]{0,62}";

    private SubjectNames() {}

    static List<String> of(Subject subject) {
        return Stream.concat(Stream.of(subject.environment()), subject.other().stream())
                .toList();
    }

    /** @throws UnfitShards where they are no names of environments */
    static Subject subject(List<String> names) {
        if (names.isEmpty() || names.size() > 2 || !names.stream().allMatch(name -> name.matches(NAME))) {
            throw new UnfitShards(ShardRecord.FILE + ": a subject that is neither an environment nor a pair");
        }
        return names.size() == 1 ? Subject.of(names.get(0)) : Subject.of(names.get(0), names.get(1));
    }
}
