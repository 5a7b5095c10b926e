package dev.envproof.suite;

import dev.envproof.probe.Probe;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.probe.cors.LookalikeOriginProbe;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.CertificateProbe;
import dev.envproof.probe.edge.ConsoleProbe;
import dev.envproof.probe.edge.ForwardedHostProbe;
import dev.envproof.probe.edge.PageProbe;
import dev.envproof.probe.edge.RedirectProbe;
import dev.envproof.probe.flags.ExposureProbe;
import dev.envproof.probe.flags.LogLevelProbe;
import dev.envproof.probe.flags.RateLimitProbe;
import dev.envproof.probe.graph.GraphProbe;
import dev.envproof.probe.health.HealthOutageProbe;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.probe.logs.LogProbe;
import dev.envproof.probe.mail.MailProbe;
import dev.envproof.probe.nginx.NginxConfProbe;
import dev.envproof.probe.parity.ApiDescriptionProbe;
import dev.envproof.probe.parity.BuildProbe;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.probe.redis.CacheProbe;
import dev.envproof.probe.routing.AccessProbe;
import dev.envproof.probe.routing.AddressProbe;
import dev.envproof.probe.routing.AnonymousProbe;
import dev.envproof.probe.routing.BleedProbe;
import dev.envproof.probe.routing.CallProbe;
import dev.envproof.probe.routing.DefaultProbe;
import dev.envproof.probe.routing.ForwardingProbe;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.LegacyProbe;
import dev.envproof.probe.routing.PairingProbe;
import dev.envproof.probe.routing.PortProbe;
import dev.envproof.probe.routing.SelectorProbe;
import dev.envproof.probe.routing.StartUpProbe;
import dev.envproof.probe.search.SearchProbe;
import dev.envproof.probe.secrets.DefaultSecretProbe;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.probe.secrets.SensitiveFileProbe;
import dev.envproof.probe.secrets.TokenProbe;
import dev.envproof.probe.secrets.UrlPartProbe;
import dev.envproof.probe.store.BucketProbe;
import dev.envproof.probe.store.CanaryProbe;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.probe.store.LocaleProbe;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.probe.worker.LongJobProbe;
import dev.envproof.probe.worker.WorkerProbe;
import java.util.List;

/** Every probe; a new one is one more line here. Other projects add theirs through {@link Extensions}. */
public final class Probes {
    private Probes() {}

    /** @throws BadExtension where a rule or probe of another project can't be used */
    public static List<Probe<?>> all() {
        return Extensions.all().probes();
    }

    static List<Probe<?>> builtIn() {
        return List.of(
                new CorsProbe(),
                new LookalikeOriginProbe(),
                new AnswerProbe(),
                new CertificateProbe(),
                new ConsoleProbe(),
                new ForwardedHostProbe(),
                new PageProbe(),
                new RedirectProbe(),
                new ExposureProbe(),
                new LogLevelProbe(),
                new RateLimitProbe(),
                new GraphProbe(),
                new HealthOutageProbe(),
                new HealthProbe(),
                new InspectProbe(),
                new LogProbe(),
                new MailProbe(),
                new NginxConfProbe(),
                new ApiDescriptionProbe(),
                new BuildProbe(),
                new SettingsProbe(),
                new LocaleProbe(),
                new AccessProbe(),
                new AnonymousProbe(),
                new AddressProbe(),
                new BleedProbe(),
                new CallProbe(),
                new DefaultProbe(),
                new ForwardingProbe(),
                new IdentityProbe(),
                new LegacyProbe(),
                new PairingProbe(),
                new PortProbe(),
                new SelectorProbe(),
                new StartUpProbe(),
                new SearchProbe(),
                new DefaultSecretProbe(),
                new SecretsProbe(),
                new SensitiveFileProbe(),
                new TokenProbe(),
                new UrlPartProbe(),
                new CacheProbe(),
                new BucketProbe(),
                new CanaryProbe(),
                new LayoutProbe(),
                new StoreProbe(),
                new WorkerProbe(),
                new LongJobProbe());
    }
}
