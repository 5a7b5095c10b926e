package dev.envproof.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every pipeline is what its own format's schema accepts. */
class ExampleFormatsTest {
    /** File to the schema of each of its documents. */
    private static final Map<String, List<String>> SCHEMAS = new TreeMap<>(Map.of(
            "github/nightly.yml", List.of("github-workflows"),
            "github/post-deploy.yml", List.of("github-workflows"),
            "github/sharded.yml", List.of("github-workflows"),
            "gitlab/.gitlab-ci.yml", List.of("gitlab-ci"),
            "kubernetes/post-deploy-job.yaml", List.of("kubernetes#Job"),
            "kubernetes/nightly-cronjob.yaml", List.of("kubernetes#CronJob"),
            "kubernetes/sharded-job.yaml", List.of("kubernetes#PersistentVolumeClaim", "kubernetes#Job"),
            "kubernetes/merge-job.yaml", List.of("kubernetes#Job"),
            "argo/analysis-template.yaml", List.of("argo-rollouts#AnalysisTemplate", "argo-rollouts#Rollout"),
            "helm/templates/tests/envproof.yaml", List.of("kubernetes#Job")));

    /** Checked by tests of their own, or run by CI. */
    private static final List<String> OTHERS =
            List.of("docker/Dockerfile", "helm/Chart.yaml", "helm/values.yaml", "jenkins/Jenkinsfile", "swarm/run.sh");

    static List<String> files() {
        return List.copyOf(SCHEMAS.keySet());
    }

    @Test
    void no_example_is_unchecked() {
        assertThat(Example.files())
                .isNotEmpty()
                .allMatch(file -> SCHEMAS.containsKey(file) || OTHERS.contains(file))
                .containsAll(SCHEMAS.keySet())
                .containsAll(OTHERS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_example_is_what_its_schema_accepts(String file) {
        List<JsonNode> documents = Example.documents(file);
        List<String> schemas = SCHEMAS.getOrDefault(file, List.of());
        assertThat(documents).hasSameSizeAs(schemas);
        for (int at = 0; at < documents.size(); at++) {
            assertThat(Example.complaints(schemas.get(at), documents.get(at)))
                    .as("%s, document %s", file, at + 1)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            github/nightly.yml                 | runs-on:        | run-on:
            github/sharded.yml                 | needs: shard    | need: shard
            gitlab/.gitlab-ci.yml              | action: verify  | action: verfy
            gitlab/.gitlab-ci.yml              | parallel: 4     | parallel: four
            kubernetes/post-deploy-job.yaml    | backoffLimit: 0 | backOffLimit: 0
            kubernetes/nightly-cronjob.yaml    | schedule:       | scedule:
            kubernetes/sharded-job.yaml        | completions: 4  | completions: four
            argo/analysis-template.yaml        | provider:       | providers:
            argo/analysis-template.yaml        | setWeight: 20   | setweight: 20
            """)
    void a_slip_is_refused(String file, String was, String is) {
        assertThat(Example.text(file)).contains(was);
        List<JsonNode> documents = Example.parsed(Example.text(file).replace(was, is));
        List<String> schemas = SCHEMAS.getOrDefault(file, List.of());
        List<String> complaints = new java.util.ArrayList<>();
        for (int at = 0; at < documents.size(); at++) {
            complaints.addAll(Example.complaints(schemas.get(at), documents.get(at)));
        }
        assertThat(complaints).isNotEmpty();
    }

    /** What the rollouts' own schema leaves open. */
    @Test
    void the_job_of_the_analysis_is_a_job() {
        JsonNode job = Example.documents("argo/analysis-template.yaml").get(0).at("/spec/metrics/0/provider/job/spec");
        assertThat(Example.complaints("kubernetes#JobSpec", job)).isEmpty();
    }

    @Test
    void the_chart_has_what_helm_requires() {
        JsonNode chart = Example.documents("helm/Chart.yaml").get(0);
        assertThat(chart.at("/apiVersion").asString()).isEqualTo("v2");
        assertThat(chart.at("/name").asString()).isNotBlank();
        assertThat(chart.at("/version").asString()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Example.documents("helm/templates/tests/envproof.yaml")
                        .get(0)
                        .at("/metadata/annotations")
                        .get("helm.sh/hook")
                        .asString())
                .isEqualTo("test");
    }
}
