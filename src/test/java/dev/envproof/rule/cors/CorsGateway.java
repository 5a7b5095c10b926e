package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A gateway in memory that answers for CORS as the files declare it, but for the mistake that a test gives it. */
final class CorsGateway implements Wire {
    private final SystemUnderTest system;
    private BiPredicate<String, List<String>> admits = (origin, declared) -> declared.contains(origin);
    private UnaryOperator<CorsCall> mistake = UnaryOperator.identity();

    CorsGateway(SystemUnderTest system) {
        this.system = system;
    }

    /** Compares a tried origin with the declared ones in another way. */
    CorsGateway admitting(BiPredicate<String, List<String>> comparison) {
        admits = comparison;
        return this;
    }

    /** Changes the healthy answer. */
    CorsGateway mistaken(UnaryOperator<CorsCall> change) {
        mistake = change;
        return this;
    }

    @Override
    public Reply send(Ask ask) {
        String origin = header(ask, "Origin").orElseThrow();
        Optional<Environment> chosen = header(ask, "X-Environment").flatMap(system::environment);
        List<Environment> meant =
                chosen.map(List::of).orElseGet(() -> behind(ask.address().getHost()));
        CorsCall healthy = new CorsCall(ask, origin, meant, 200, List.of());
        return answer(mistake.apply(healthy.with(headers(healthy, ask))));
    }

    private List<Header> headers(CorsCall call, Ask ask) {
        List<Header> headers = new ArrayList<>();
        if (!call.preflight()) {
            headers.add(new Header("X-Environment-Used", call.meant().get(0).name()));
        }
        List<String> declared = call.declared();
        if (admits.test(call.origin(), declared)) {
            headers.add(new Header("Access-Control-Allow-Origin", call.origin()));
            headers.add(new Header("Access-Control-Allow-Credentials", "true"));
            headers.add(new Header("Vary", "Accept-Encoding, Origin"));
            if (call.preflight()) {
                headers.add(new Header("Access-Control-Allow-Methods", methods(call)));
                header(ask, "Access-Control-Request-Headers")
                        .ifPresent(names -> headers.add(new Header("Access-Control-Allow-Headers", names)));
            }
        }
        return headers;
    }

    private static String methods(CorsCall call) {
        return call.meant().stream()
                .flatMap(environment -> environment.cors().stream())
                .flatMap(policy -> policy.methods().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<Environment> behind(String edge) {
        return system.environments().stream()
                .filter(environment -> environment.edge().equals(edge))
                .toList();
    }

    private static Reply answer(CorsCall call) {
        Exchange exchange = new Exchange(call.origin() + " " + call.path(), List.of(), "");
        return new Reply.Answer(call.status(), call.headers(), "{}", false, Duration.ZERO, exchange);
    }

    private static Optional<String> header(Ask ask, String name) {
        return ask.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
