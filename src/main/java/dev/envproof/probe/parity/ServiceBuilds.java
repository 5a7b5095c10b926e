package dev.envproof.probe.parity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The builds that answered for one service, sample by sample. */
public record ServiceBuilds(String service, List<Build> samples) {
    public ServiceBuilds {
        samples = List.copyOf(samples);
    }

    /** The samples that named a build. */
    public List<Build> told() {
        return samples.stream().filter(build -> build.name().isPresent()).toList();
    }

    /** What tells the builds apart, each once. */
    public Set<String> identities() {
        return told().stream()
                .flatMap(build -> build.identity().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the builds, each once. */
    public Set<String> names() {
        return told().stream().flatMap(build -> build.name().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
