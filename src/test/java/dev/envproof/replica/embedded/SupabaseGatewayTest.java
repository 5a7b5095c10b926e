package dev.envproof.replica.embedded;

import static dev.envproof.replica.embedded.HealthyReplica.variable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupabaseGatewayTest {
    private static final String IDENTITY = "/storage/v1/object/resumes/identity";
    private final String own = variable("staging", "SUPABASE_PRIVATE_SERVICE_ROLE_KEY_STAGING");
    private final String siblings = variable("staging", "SUPABASE_PRIVATE_SERVICE_ROLE_KEY_PROD");
    private final String anon = variable("staging", "SUPABASE_ANON_KEY_STAGING");

    @Test
    void without_a_key_of_this_project_nothing_is_told() throws IOException {
        for (String path : new String[] {"/rest/v1/", "/rest/v1/rpc/identity", "/rest/v1/profiles", IDENTITY}) {
            assertThat(ask("GET", path, Map.of(), "").status()).isEqualTo(401);
            assertThat(ask("GET", path, Map.of("apikey", siblings), "").status())
                    .isEqualTo(401);
            assertThat(ask("GET", path, Map.of("apikey", own), "").status()).isEqualTo(200);
            assertThat(ask("GET", path, Map.of("Authorization", "Bearer " + own), "")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void row_level_security_hides_private_rows_from_the_anon_key() throws IOException {
        assertThat(ask("GET", "/rest/v1/profiles", Map.of("apikey", own), "").body())
                .contains("@people.example");
        assertThat(ask("GET", "/rest/v1/profiles", Map.of("apikey", anon), "").body())
                .isEqualTo("[]");
    }

    @Test
    void the_anon_key_neither_writes_rows_nor_reads_private_objects() throws IOException {
        Map<String, String> key = Map.of("apikey", anon);
        assertThat(ask("POST", "/rest/v1/records", key, "{\"id\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(ask("GET", IDENTITY, key, "").status()).isEqualTo(403);
    }

    @Test
    void what_does_not_exist_is_not_found() throws IOException {
        Map<String, String> key = Map.of("apikey", own);
        for (String path : new String[] {"/", "/rest/v1/pg_authid", "/storage/v1/object/other/identity"}) {
            assertThat(ask("GET", path, key, "").status()).isEqualTo(404);
        }
    }

    private static HttpCall.Reply ask(String method, String path, Map<String, String> headers, String body)
            throws IOException {
        URI url = URI.create(variable("staging", "SUPABASE_URL_STAGING") + path);
        return HttpCall.send(method, url, headers, body);
    }
}
