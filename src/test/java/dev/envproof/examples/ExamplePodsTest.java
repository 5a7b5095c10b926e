package dev.envproof.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The image and the pods that run it: no root, nothing written but to volumes, no verdict tried again. */
class ExamplePodsTest {
    private static final List<String> DOCKERFILE = Example.text("docker/Dockerfile")
            .replace("\\\n", " ")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    @Test
    void the_dockerfile_has_known_instructions_only() {
        assertThat(DOCKERFILE)
                .map(line -> line.split(" ", 2)[0])
                .containsOnly("ARG", "FROM", "WORKDIR", "RUN", "COPY", "USER", "VOLUME", "HEALTHCHECK", "ENTRYPOINT");
    }

    @Test
    void the_image_runs_as_a_user_that_is_not_root_and_takes_arguments() {
        assertThat(argument("USER")).matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(texts(new JsonMapper().readTree(argument("ENTRYPOINT"))))
                .startsWith("java")
                .endsWith("envproof.jar");
    }

    @Test
    void what_it_copies_is_let_through_by_dockerignore() throws java.io.IOException {
        List<String> let = Files.readAllLines(Path.of(".dockerignore"));
        assertThat(let).contains("*");
        assertThat(DOCKERFILE)
                .filteredOn(line -> line.startsWith("COPY "))
                .hasSize(3)
                .allMatch(line -> let.contains("!" + line.split(" ", -1)[1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubernetes/post-deploy-job.yaml",
                "kubernetes/nightly-cronjob.yaml",
                "kubernetes/sharded-job.yaml",
                "kubernetes/merge-job.yaml",
                "argo/analysis-template.yaml",
                "helm/templates/tests/envproof.yaml"
            })
    void a_pod_is_confined_and_its_verdict_stands(String file) {
        List<JsonNode> jobs = Example.documents(file).stream()
                .flatMap(document -> document.findParents("backoffLimit").stream())
                .toList();
        assertThat(jobs).hasSize(1);
        JsonNode pod = jobs.get(0).at("/template/spec");
        JsonNode container = pod.at("/containers/0");

        assertThat(jobs.get(0).at("/backoffLimit").asInt()).isZero();
        assertThat(jobs.get(0).at("/activeDeadlineSeconds").asInt()).isPositive();
        assertThat(pod.at("/restartPolicy").asString()).isEqualTo("Never");
        assertThat(pod.at("/automountServiceAccountToken").asBoolean()).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(argument("USER"))
                .startsWith(pod.at("/securityContext/runAsUser").asString() + ":");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean())
                .isFalse();
        assertThat(texts(container.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(mounts(container)).containsAll(texts(new JsonMapper().readTree(argument("VOLUME"))));
        assertThat(names(container.at("/volumeMounts"))).isSubsetOf(names(pod.at("/volumes")));
    }

    private static String argument(String instruction) {
        return DOCKERFILE.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length()).strip())
                .collect(Collectors.joining());
    }

    private static List<String> mounts(JsonNode container) {
        return each(container.at("/volumeMounts"))
                .map(it -> it.at("/mountPath").asString())
                .toList();
    }

    private static Set<String> names(JsonNode list) {
        return each(list).map(it -> it.at("/name").asString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all.stream();
    }
}
