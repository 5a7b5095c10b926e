package dev.envproof.replica.embedded;

import dev.envproof.environment.RateLimit;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.util.Map;
import java.util.Optional;

/** The costly work of a service, on the path whose rate an environment limits; {@code mock} tells faked results. */
final class ParseAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) {
        return isLimited(visit)
                ? Optional.of(Answer.json(
                        200, Map.of("service", visit.service().name(), "parsed", true, "mock", isMock(visit))))
                : Optional.empty();
    }

    private static boolean isMock(Visit visit) {
        return visit.environment().mocksAllowed()
                ? visit.shape().shows(LookAlike.FLAGS_MOCKS_OF_DEVELOPERS)
                : visit.shape().shows(Fault.FLAGS_MOCKS_ON)
                        && visit.environment().name().equals("staging");
    }

    private static boolean isLimited(Visit visit) {
        SystemUnderTest system = visit.shape().system();
        Optional<String> limited = visit.environment().rateLimit().map(RateLimit::path);
        return system.routes().stream()
                .filter(route -> route.service().equals(visit.service().name()))
                .map(route -> route.path() + visit.request().path())
                .anyMatch(path -> limited.filter(path::equals).isPresent());
    }
}
