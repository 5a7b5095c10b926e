package dev.envproof.probe.secrets;

import dev.envproof.environment.Controls;
import dev.envproof.environment.Controls.Started;
import dev.envproof.environment.SecretPolicy.DefaultSecrets;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Starts further instances of services, each with one secret replaced by a published default. */
public final class DefaultSecretProbe implements Probe<DefaultSecretProbe.Seen> {
    private static final int THREADS = 2;
    /** What the templates of the five systems' kind ship. */
    private static final List<String> DEFAULTS = List.of("changethis", "sk-development-key");

    /** What became of every start. */
    public record Seen(List<StartedWith> starts) implements dev.envproof.probe.Seen {
        public Seen {
            starts = List.copyOf(starts);
        }
    }

    /**
     * One service and secret.
     *
     * @param asDeployed how an instance answers that has the deployment's own variables
     * @param withDefault how one answers whose secret is the default
     */
    public record StartedWith(
            String service, String variable, String defaultValue, Health asDeployed, Health withDefault) {}

    /** @param says what came of asking for health, in words */
    public record Health(boolean isServing, String says, Exchange exchange) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Optional<DefaultSecrets> declared = target.environment().secretPolicy().defaultSecrets();
        if (declared.isEmpty() || target.controls().isEmpty()) {
            return new Seen(List.of());
        }
        List<Callable<List<StartedWith>>> trials = new ArrayList<>();
        for (String service : declared.get().refusedBy()) {
            trials.add(() -> trial(target, lookout, service, declared.get().of()));
        }
        return new Seen(
                Together.ask(THREADS, trials).stream().flatMap(List::stream).toList());
    }

    private static List<StartedWith> trial(Target target, Lookout lookout, String service, List<String> secrets) {
        Health asDeployed = started(target, lookout, service, Map.of());
        List<StartedWith> starts = new ArrayList<>();
        for (String secret : secrets) {
            for (String value : DEFAULTS) {
                starts.add(new StartedWith(
                        service, secret, value, asDeployed, started(target, lookout, service, Map.of(secret, value))));
            }
        }
        return starts;
    }

    private static Health started(Target target, Lookout lookout, String service, Map<String, String> variables) {
        Controls controls = target.controls().orElseThrow();
        try (Started started = controls.startService(target.environment().edge(), service, variables)) {
            String path = target.system().health().map(it -> it.path()).orElse("");
            Reply reply = lookout.wire()
                    .send(Addressed.to(target, Ask.get(started.url().resolve(path))));
            return reply instanceof Reply.Answer answer
                    ? new Health(answer.status() / 100 == 2, "HTTP " + answer.status(), answer.exchange())
                    : new Health(false, "no answer", reply.exchange());
        }
    }
}
