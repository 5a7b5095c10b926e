package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeploymentTest {

    @Test
    void separate_processes_answer_as_the_replica_does() throws IOException {
        try (Deployment deployment = Deployment.start("")) {
            Map<String, String> variables = deployment.variables();
            String staging = ask(variables, "STAGING_URL", "job-matcher/parsed-resume", "staging");
            assertThat(staging).contains("\"environment\":\"staging\"", "\"database\":");
            assertThat(ask(variables, "PRODUCTION_URL", "job-matcher/parsed-resume", "production"))
                    .contains("\"environment\":\"production\"");
            assertThat(ask(variables, "DEVELOPMENT_URL", "resume-parser/health", "development"))
                    .contains("\"status\":\"ok\"");
        }
    }

    private static String ask(Map<String, String> variables, String url, String path, String environment)
            throws IOException {
        URI address = URI.create(variables.get(url)).resolve("/api/" + path);
        Map<String, String> headers =
                Map.of("X-Environment", environment, "X-Access-Key", variables.get("STAGING_ACCESS_KEY"));
        return HttpCall.send("GET", address, headers, "").body();
    }
}
