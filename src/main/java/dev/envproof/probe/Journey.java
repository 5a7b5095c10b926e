package dev.envproof.probe;

import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Reply.Stage;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.HttpClientConfig.HttpClientFactory;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Requests of one environment's user through the system's own API: write, read, remove. REST Assured with this
 * project's specification: the target's edge, the environment's routing header and access key, one deadline around the
 * whole exchange, no redirect followed, a capped body, redacted evidence, and no write where the file allows none.
 */
public final class Journey {
    private static final int BODY_CAP = 64 * 1024;
    private static final int WHY = 200;

    private final Target target;
    private final Redaction redaction;
    private final Duration deadline;
    private final Reaching reaching;

    public Journey(Target target, Redaction redaction, Duration deadline) {
        this.target = target;
        this.redaction = redaction;
        this.deadline = deadline;
        this.reaching = Reaching.of(List.of(target));
    }

    /** For checks that need more than {@link #send}; it throws what REST Assured throws, and refuses writes likewise. */
    public RequestSpecification specification() {
        return specification(() -> new DeadlineClient(deadline, reaching));
    }

    private RequestSpecification specification(HttpClientFactory client) {
        RequestSpecification specification = RestAssured.given()
                .config(config(client))
                .baseUri(target.edge().toString())
                .urlEncodingEnabled(false)
                .header("Connection", "close")
                .filter(new WriteGuard(target));
        target.system()
                .routingHeader()
                .ifPresent(header ->
                        specification.header(header.name(), target.environment().name()));
        target.environment()
                .access()
                .ifPresent(access -> target.variables()
                        .value(access.variable())
                        .ifPresent(key -> specification.header(access.header(), key)));
        return specification;
    }

    /** Sends one request about a canary, by the route of the service that keeps it; no id means all of them. */
    Reply send(String method, CanaryPath canary, String id, Optional<String> json) {
        String path = id.isEmpty() ? canary.path() : canary.path() + "/" + id;
        return target.system()
                .routeTo(canary.service())
                .map(route -> send(method, route, path, json))
                .orElseGet(() -> noAnswer(
                        Stage.REQUEST,
                        "no route reaches " + canary.service(),
                        ask(method, target.edge().resolve(path), json)));
    }

    /** Sends one request to a path of a route; a body goes out as JSON. Never throws for what a target does. */
    public Reply send(String method, Route route, String path, Optional<String> json) {
        Ask ask = ask(method, route.at(target.edge(), path), json);
        long start = System.nanoTime();
        try (DeadlineClient client = new DeadlineClient(deadline, reaching)) {
            RequestSpecification specification = specification(() -> client);
            json.ifPresent(body -> specification.contentType(ContentType.JSON).body(body));
            specification.baseUri(base(ask.address()));
            Response response = specification.request(method, ask.address().getRawPath());
            return answer(response, ask, Duration.ofNanos(System.nanoTime() - start));
        } catch (WriteGuard.WriteRefused refused) {
            return noAnswer(Stage.REQUEST, String.valueOf(refused.getMessage()), ask);
        } catch (Exception failed) { // REST Assured throws checked exceptions undeclared, so that none can be named
            return noAnswer(stageOf(failed), failed.toString(), ask);
        }
    }

    private static String base(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** The request as evidence shows it; what it carries is what {@link #specification()} makes REST Assured send. */
    private Ask ask(String method, URI address, Optional<String> json) {
        Ask ask = Addressed.to(target, Ask.of(method, address)).within(deadline);
        return json.map(body -> ask.with("Content-Type", "application/json").withBody(body))
                .orElse(ask);
    }

    private RestAssuredConfig config(HttpClientFactory factory) {
        HttpClientConfig client = HttpClientConfig.httpClientConfig()
                .httpClientFactory(factory)
                .setParam("http.connection.timeout", Math.toIntExact(deadline.toMillis()))
                .setParam("http.socket.timeout", Math.toIntExact(deadline.toMillis()));
        return RestAssuredConfig.config()
                .httpClient(client)
                .redirect(RedirectConfig.redirectConfig().followRedirects(false));
    }

    private Reply answer(Response response, Ask ask, Duration took) throws IOException {
        byte[] bytes;
        try (InputStream body = response.asInputStream()) {
            bytes = body.readNBytes(BODY_CAP + 1);
        }
        boolean cut = bytes.length > BODY_CAP;
        String text = new String(bytes, 0, Math.min(bytes.length, BODY_CAP), StandardCharsets.UTF_8);
        List<Header> headers = response.headers().asList().stream()
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
        Exchange exchange = new Recorder(redaction, ask).answered(response.statusLine(), headers, text);
        return new Answer(response.statusCode(), headers, text, cut, took, exchange);
    }

    private Reply noAnswer(Stage stage, String why, Ask ask) {
        Recorder recorder = new Recorder(redaction, ask);
        String safe = recorder.safe(why, WHY);
        return new NoAnswer(stage, safe, recorder.failed(stage, safe));
    }

    private static Stage stageOf(Exception failed) {
        if (failed instanceof UnknownHostException) {
            return Stage.RESOLVE;
        }
        if (failed instanceof ConnectException) {
            return Stage.CONNECT;
        }
        return Stage.HEADERS;
    }
}
