package dev.envproof.merge;

import dev.envproof.evidence.VisibleText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the shards of one run have in common: refuses those that do not. */
final class SameRun {
    /** Shards of one run start together, or after one another on one machine; those of another night do not. */
    static final Duration FURTHEST_APART = Duration.ofHours(6);

    private final List<String> complaints = new ArrayList<>();
    private final Map<Path, ShardRecord> shards;
    private final Path firstFolder;
    private final ShardRecord first;

    /** @param shards by the folder of their reports, in the order of asking; at least one */
    SameRun(Map<Path, ShardRecord> shards) {
        this.shards = shards;
        this.firstFolder = shards.keySet().iterator().next();
        this.first = shards.values().iterator().next();
    }

    /** @throws UnfitShards with every complaint, one a line */
    void require(Basis here) {
        same("the version of envproof", shard -> shard.basis().version());
        same("the rules", shard -> shard.basis().rules());
        same("the system", ShardRecord::system);
        same("the suite", ShardRecord::suite);
        same("the number of shards", ShardRecord::of);
        same("the engine", ShardRecord::engine);
        same("the faults", ShardRecord::deviations);
        same("the environments", ShardRecord::environments);
        same("the files of environments/", shard -> shard.basis().environments());
        same("the files of suites/", shard -> shard.basis().suites());
        if (first.engine().equals("remote")) {
            same("the addresses", ShardRecord::targets);
        }
        versions();
        starts();
        twice();
        if (complaints.isEmpty() && !here.equals(first.basis())) {
            complaints.add(firstFolder + ": judged by other files, rules or another version than those here;"
                    + " accepted: merge where the same environments/ and suites/ are, by the same version");
        }
        if (!complaints.isEmpty()) {
            throw new UnfitShards(String.join("\n", complaints));
        }
    }

    private void same(String what, Function<ShardRecord, Object> of) {
        shards.forEach((folder, shard) -> {
            if (!of.apply(shard).equals(of.apply(first))) {
                complaints.add(folder + ": " + what + " differs from " + firstFolder
                        + shown(of.apply(shard), of.apply(first)) + "; accepted: shards of one run");
            }
        });
    }

    /** Digests tell a reader nothing. */
    private static String shown(Object here, Object there) {
        String text = " (" + here + ", not " + there + ")";
        return text.length() > 120 ? "" : VisibleText.of(text);
    }

    /** A shard that no service told a version says nothing against another. */
    private void versions() {
        shards.entrySet().stream()
                .filter(it -> !it.getValue().version().isEmpty())
                .findFirst()
                .ifPresent(known -> shards.forEach((folder, shard) -> {
                    String told = known.getValue().version();
                    if (!shard.version().isEmpty() && !shard.version().equals(told)) {
                        complaints.add(folder + ": the deployed version differs from " + known.getKey()
                                + shown(shard.version(), told) + "; accepted: shards that looked at one deployment");
                    }
                }));
    }

    private void starts() {
        Map<Path, Instant> started = new LinkedHashMap<>();
        shards.forEach((folder, shard) -> started.put(folder, shard.startedAt()));
        Instant newest =
                started.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        started.forEach((folder, start) -> {
            if (Duration.between(start, newest).compareTo(FURTHEST_APART) > 0) {
                complaints.add(folder + ": started at " + start + ", another shard at " + newest
                        + "; accepted: starts at most " + FURTHEST_APART.toHours() + " hours apart");
            }
        });
    }

    private void twice() {
        Map<Integer, Path> seen = new TreeMap<>();
        shards.forEach((folder, shard) -> {
            Path before = seen.putIfAbsent(shard.shard(), folder);
            if (before != null) {
                complaints.add(
                        folder + ": shard " + shard.shard() + " is in " + before + " too; accepted: each shard once");
            }
        });
    }
}
