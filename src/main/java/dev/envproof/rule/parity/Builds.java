package dev.envproof.rule.parity;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.parity.ServiceBuilds;
import dev.envproof.rule.Verdict;
import java.util.Map;
import java.util.TreeMap;

/** What the rules about builds share. */
final class Builds {
    private Builds() {}

    static Verdict untold(ServiceBuilds service) {
        Exchange[] first = service.samples().stream()
                .limit(1)
                .map(build -> build.exchange())
                .toArray(Exchange[]::new);
        return Verdict.inconclusive(
                service.service() + " named no build in " + service.samples().size() + " answers", first);
    }

    /** The first answer of each build. */
    static Exchange[] oneOfEach(ServiceBuilds service) {
        Map<String, Exchange> first = new TreeMap<>();
        service.told().forEach(build -> first.putIfAbsent(build.name().orElse(""), build.exchange()));
        return first.values().toArray(Exchange[]::new);
    }
}
