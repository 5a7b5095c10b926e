package dev.envproof.probe.edge;

import dev.envproof.environment.Target;
import dev.envproof.evidence.CommandLine;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.OldTls;
import dev.envproof.probe.Probe;
import dev.envproof.probe.TlsWire;
import dev.envproof.probe.TlsWire.Handshake;
import dev.envproof.probe.Together;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Looks at the certificates of every https address, at each address that its name leads to, without trusting any. */
public final class CertificateProbe implements Probe<CertificateProbe.Seen> {
    private static final int AT_ONCE = 2;

    /** One sighting per public address and per address of its name. */
    public record Seen(List<CertificateSighting> sightings) implements dev.envproof.probe.Seen {
        public Seen {
            sightings = List.copyOf(sightings);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        TlsWire wire = TlsWire.to(target);
        List<PublicAddress> doors = PublicAddress.https(target);
        if (doors.isEmpty()) {
            return new Seen(List.of());
        }
        TrustPath paths = new TrustPath(wire.trusted());
        List<Callable<List<CertificateSighting>>> looks = doors.stream()
                .<Callable<List<CertificateSighting>>>map(door -> () -> look(door, wire, paths, lookout.redaction()))
                .toList();
        return new Seen(
                Together.ask(AT_ONCE, looks).stream().flatMap(List::stream).toList());
    }

    private static List<CertificateSighting> look(
            PublicAddress door, TlsWire wire, TrustPath paths, Redaction redaction) {
        List<InetSocketAddress> addresses = wire.addresses(door.host(), door.port(), PublicAddress.DEADLINE);
        if (addresses.isEmpty()) {
            String why = "resolve: the name " + door.host() + " does not resolve";
            return List.of(CertificateSighting.unseen(door, "", why, exchange(door, List.of(why), redaction)));
        }
        List<CertificateSighting> sightings = new ArrayList<>();
        for (InetSocketAddress address : addresses) {
            sightings.add(look(door, address, wire, paths, redaction));
        }
        return sightings;
    }

    private static CertificateSighting look(
            PublicAddress door, InetSocketAddress address, TlsWire wire, TrustPath paths, Redaction redaction) {
        String at = address.getAddress().getHostAddress();
        Handshake handshake = wire.greet(address, door.host(), PublicAddress.DEADLINE);
        if (handshake instanceof Handshake.Unseen unseen) {
            String why = unseen.stage() + ": " + unseen.why();
            return CertificateSighting.unseen(
                    door, at, why, exchange(door, List.of("no certificate: " + why), redaction));
        }
        Handshake.Shown shown = (Handshake.Shown) handshake;
        Instant now = Instant.now();
        List<X509Certificate> chain = shown.chain();
        OldTls.Answer old = wire.greetOld(address, door.host(), PublicAddress.DEADLINE);
        List<ShownCertificate> certificates =
                chain.stream().map(ShownCertificate::of).toList();
        List<String> lines = new ArrayList<>(List.of("seen at " + at + " at " + now + ", " + shown.protocol()));
        certificates.forEach(certificate -> lines.add(certificate.says()));
        lines.add("to a greeting of TLS 1.1 at most: " + old);
        return new CertificateSighting(
                door,
                at,
                certificates,
                Optional.of(paths.of(chain, now)),
                Optional.of(old),
                now,
                "",
                exchange(door, lines, redaction));
    }

    private static Exchange exchange(PublicAddress door, List<String> lines, Redaction redaction) {
        String again = CommandLine.of("openssl", redaction)
                .with("s_client")
                .with("-connect")
                .with(door.host() + ":" + door.port())
                .with("-servername")
                .with(door.host())
                .with("-showcerts")
                .text();
        return new Exchange("TLS handshake with " + door.host() + ":" + door.port(), lines, again + " </dev/null");
    }
}
