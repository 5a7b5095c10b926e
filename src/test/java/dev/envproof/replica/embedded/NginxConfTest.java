package dev.envproof.replica.embedded;

import static dev.envproof.replica.embedded.JobPlatform.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.probe.nginx.HeaderFate;
import dev.envproof.probe.nginx.NginxConfProbe;
import dev.envproof.probe.nginx.NginxConfProbe.Forward;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NginxConfTest {
    private static final String KEY = "a\"${}";
    private static final Shape SHAPE_WITH_KEY =
            new Shape(SYSTEM, Set.of(), Map.of("public", new Variables(Map.of("STAGING_ACCESS_KEY", KEY))));

    @TempDir
    Path folder;

    @Test
    void every_route_has_a_location_that_forwards_the_header() {
        assertThat(fates("public", Set.of())).hasSameSizeAs(SYSTEM.routes()).containsOnly(HeaderFate.FORWARDED);
    }

    @Test
    void the_fault_blanks_the_header_in_one_location_of_the_shared_edge() {
        Set<Deviation> fault = Set.of(Fault.ROUTING_NGINX_DROPS_HEADER);
        assertThat(fates("public", fault)).containsOnlyOnce(HeaderFate.DROPPED);
        assertThat(fates("local", fault)).containsOnly(HeaderFate.FORWARDED);
    }

    @Test
    void the_look_alike_sets_the_header_from_itself_in_one_location() {
        Set<Deviation> lookAlike = Set.of(LookAlike.ROUTING_NGINX_SETS_IT_FROM_ITSELF);
        assertThat(text("public", lookAlike)).containsOnlyOnce("proxy_set_header X-Environment $http_x_environment;");
        assertThat(text("public", Set.of())).doesNotContain("proxy_set_header X-Environment");
        assertThat(fates("public", lookAlike)).containsOnly(HeaderFate.FORWARDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUTING_HEADER_DROPPED", "ROUTING_HEADER_PINNED"})
    void a_fault_of_the_shared_edge_stands_in_every_location(Fault fault) {
        assertThat(fates("public", Set.of(fault))).doesNotContain(HeaderFate.FORWARDED);
        assertThat(fates("local", Set.of(fault))).containsOnly(HeaderFate.FORWARDED);
    }

    @Test
    void keys_stand_in_files_of_their_own_that_only_their_owner_reads() throws IOException {
        Map<String, String> files = conf("public").files(SHAPE_WITH_KEY);
        assertThat(files.get("nginx.conf")).doesNotContain(KEY);
        assertThat(files).containsEntry("key-of-staging", "\"~^\\x61\\x22\\x24\\x7b\\x7d$\" 1;\n");
        NginxFiles.write(folder, files);
        assertThat(Files.getPosixFilePermissions(folder.resolve("key-of-staging")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void what_a_fault_left_in_the_static_root_goes_with_it() {
        NginxConf conf = conf("public");
        NginxFiles.write(folder, conf.files(new Shape(SYSTEM, Set.of(Fault.SECRETS_ENV_FILE_SERVED), Map.of())));
        assertThat(folder.resolve("html/.env")).exists();
        NginxFiles.write(folder, conf.files(new Shape(SYSTEM, Set.of(), Map.of())));
        assertThat(folder.resolve("html/.env")).doesNotExist();
    }

    private List<HeaderFate> fates(String edge, Set<Deviation> deviations) {
        Path file = NginxFiles.write(folder, conf(edge).files(new Shape(SYSTEM, deviations, Map.of())));
        NginxConfProbe.Seen seen = NginxConfProbe.look(file, SYSTEM.routes(), "X-Environment");
        assertThat(seen.failure()).isEmpty();
        assertThat(seen.unserved()).isEmpty();
        assertThat(seen.notRead()).isEmpty();
        return seen.forwards().stream().map(Forward::fate).toList();
    }

    private static String text(String edge, Set<Deviation> deviations) {
        return conf(edge).text(new Shape(SYSTEM, deviations, Map.of()));
    }

    private static NginxConf conf(String edge) {
        Map<String, URI> services = SYSTEM.services().stream()
                .collect(Collectors.toMap(Service::name, service -> URI.create("http://127.0.0.1:9001/")));
        return new NginxConf(edge, new NginxConf.Place("127.0.0.1:9000", Optional.empty(), 0), services);
    }
}
