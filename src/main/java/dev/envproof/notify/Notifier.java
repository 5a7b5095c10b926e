package dev.envproof.notify;

import dev.envproof.evidence.Redaction;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Caps;
import dev.envproof.probe.Reply;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.Volley;
import dev.envproof.probe.WebProxy;
import dev.envproof.report.Delivery;
import dev.envproof.report.Delivery.Result;
import dev.envproof.report.Outcome;
import dev.envproof.suite.Channels;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells webhooks what changed since they were last told: one request each, all at once, no redirect followed, one
 * deadline around everything. What fails is reported and told again by the next run.
 */
public final class Notifier {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Caps CAPS = new Caps(100, 8 * 1024, 64 * 1024, 5);
    private final List<Webhook> hooks = new ArrayList<>();
    private final Map<String, String> processEnvironment;
    private final Redaction redaction;
    private final Duration deadline;

    /**
     * @param processEnvironment holds the addresses
     * @param redaction hides every secret that the run knows of
     */
    public Notifier(Channels channels, Map<String, String> processEnvironment, Redaction redaction) {
        this(channels, processEnvironment, redaction, DEADLINE);
    }

    Notifier(Channels channels, Map<String, String> processEnvironment, Redaction redaction, Duration deadline) {
        channels.slack().ifPresent(variable -> hooks.add(new Webhook("slack", variable, SlackMessage::of)));
        channels.webhook().ifPresent(variable -> hooks.add(new Webhook("webhook", variable, WebhookMessage::of)));
        this.processEnvironment = Map.copyOf(processEnvironment);
        this.redaction = redaction;
        this.deadline = deadline;
    }

    /** One delivery a channel, in the order of the channels. */
    public List<Delivery> tell(Outcome outcome, Past past, Now now) {
        WebProxy proxies = new WebProxy(processEnvironment);
        Redaction hiding = hiding(outcome, proxies);
        List<Sending> sendings = hooks.stream()
                .map(hook -> sending(hook, news(hook, outcome, past, now, hiding)))
                .toList();
        List<Ask> asks =
                sendings.stream().flatMap(sending -> sending.ask().stream()).toList();
        SocketWire wire = SocketWire.through(proxies, hiding, CAPS);
        Volley volley = new Volley(wire, Math.max(1, asks.size()), deadline.plusSeconds(1));
        List<Reply> replies = new ArrayList<>(volley.send(asks));
        return sendings.stream()
                .map(sending -> sending.ask().isPresent() ? came(sending, replies.remove(0)) : sending.otherwise())
                .toList();
    }

    private Redaction hiding(Outcome outcome, WebProxy proxies) {
        Set<String> names = new HashSet<>(outcome.findings().environments());
        names.addAll(List.of(outcome.findings().system(), outcome.suite().name()));
        List<Redaction> all = new ArrayList<>(List.of(redaction, Redaction.of(proxies.secrets())));
        hooks.forEach(hook -> hook.value(processEnvironment)
                .map(value -> Webhook.hiding(value, names))
                .ifPresent(all::add));
        return Redaction.union(all);
    }

    private static News news(Webhook hook, Outcome outcome, Past past, Now now, Redaction hiding) {
        Optional<String> known = past.gateBefore(hook.name(), now.run().environments());
        return new News(outcome, now, past.untold(hook.name(), now), known, hiding);
    }

    private Sending sending(Webhook hook, News news) {
        Optional<String> value = hook.value(processEnvironment);
        if (value.isEmpty()) {
            return Sending.none(hook, news, hook.came(Result.NOT_SET, hook.variable() + " is not set"));
        }
        if (news.isEmpty()) {
            return Sending.none(hook, news, hook.came(Result.NOTHING_TO_TELL, "nothing changed"));
        }
        Delivery wrong = hook.came(
                Result.FAILED, hook.variable() + " holds no address; accepted: an absolute http or https URL");
        Optional<URI> address = Webhook.address(value.get());
        return new Sending(hook, news, address.map(it -> ask(it, hook.body().apply(news))), wrong);
    }

    private Ask ask(URI address, String body) {
        return Ask.of("POST", address)
                .with("Content-Type", "application/json; charset=utf-8")
                .withBody(body)
                .within(deadline);
    }

    private static Delivery came(Sending sending, Reply reply) {
        if (reply instanceof Reply.NoAnswer none) {
            return sending.hook().came(Result.FAILED, "no answer: " + none.stage() + ": " + none.why());
        }
        int status = ((Reply.Answer) reply).status();
        if (status >= 200 && status < 300) {
            return sending.hook().came(Result.SENT, "told " + sending.news().count());
        }
        String redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
        String proxy = status == 407 ? "; the proxy wants other credentials" : "";
        return sending.hook().came(Result.FAILED, "answered with the status " + status + redirect + proxy);
    }

    /** What one hook is sent; {@code otherwise} stands where nothing can be sent. */
    private record Sending(Webhook hook, News news, Optional<Ask> ask, Delivery otherwise) {
        static Sending none(Webhook hook, News news, Delivery otherwise) {
            return new Sending(hook, news, Optional.empty(), otherwise);
        }
    }
}
