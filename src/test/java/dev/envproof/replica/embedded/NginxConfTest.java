package dev.envproof.replica.embedded;

import static dev.envproof.replica.embedded.JobPlatform.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.probe.nginx.HeaderFate;
import dev.envproof.probe.nginx.NginxConfProbe;
import dev.envproof.probe.nginx.NginxConfProbe.Forward;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxConfTest {
    @TempDir
    Path folder;

    @Test
    void every_route_has_a_location_that_forwards_the_header() throws IOException {
        assertThat(fates("public", Set.of())).hasSameSizeAs(SYSTEM.routes()).containsOnly(HeaderFate.FORWARDED);
    }

    @Test
    void the_fault_blanks_the_header_in_one_location_of_the_shared_edge() throws IOException {
        Set<Deviation> fault = Set.of(Fault.ROUTING_NGINX_DROPS_HEADER);
        assertThat(fates("public", fault)).containsOnlyOnce(HeaderFate.DROPPED);
        assertThat(fates("local", fault)).containsOnly(HeaderFate.FORWARDED);
    }

    @Test
    void the_look_alike_says_nothing_about_the_header_in_one_location() throws IOException {
        assertThat(text("public", Set.of(LookAlike.ROUTING_NGINX_PASSES_BY_DEFAULT))
                        .split("X-Environment"))
                .hasSize(SYSTEM.routes().size());
        assertThat(fates("public", Set.of(LookAlike.ROUTING_NGINX_PASSES_BY_DEFAULT)))
                .containsOnly(HeaderFate.FORWARDED);
    }

    private List<HeaderFate> fates(String edge, Set<Deviation> deviations) throws IOException {
        Path file = Files.writeString(folder.resolve(edge + ".conf"), text(edge, deviations), StandardCharsets.UTF_8);
        NginxConfProbe.Seen seen = NginxConfProbe.look(file, SYSTEM.routes(), "X-Environment");
        assertThat(seen.failure()).isEmpty();
        assertThat(seen.unserved()).isEmpty();
        return seen.forwards().stream().map(Forward::fate).toList();
    }

    private static String text(String edge, Set<Deviation> deviations) {
        Map<String, URI> services = SYSTEM.services().stream()
                .collect(Collectors.toMap(Service::name, service -> URI.create("http://127.0.0.1:9001/")));
        return new NginxConf(edge, URI.create("http://127.0.0.1:9000/"), services)
                .text(new Shape(SYSTEM, deviations, Map.of()));
    }
}
