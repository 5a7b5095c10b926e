package dev.envproof.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be imported gets one clear error, and writes nothing. */
class RefusalsTest {
    private static final int TEN_MEGABYTES = 10_000_000;

    @TempDir
    private Path root;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void make_the_folder() {
        folder = new Folder(root.resolve("project"));
    }

    @Test
    void each_unfit_file_gets_its_text() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("10-mb.yml", "a".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.UTF_8));
        files.put("10-mb.conf", "a".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.UTF_8));
        files.put("10-mb.env", "A=1\n".repeat(TEN_MEGABYTES / 4).getBytes(StandardCharsets.UTF_8));
        files.put("binary.env", new byte[] {'A', '=', 0, 1, 2});
        files.put("binary.yml", new byte[] {0, 1, 2});
        files.put("latin-1.conf", "server { # caf\u00e9\n}".getBytes(StandardCharsets.ISO_8859_1));
        files.put("latin-1.env", "A=1\nB=caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        files.put("mark.env", "\uFEFFA=1\n".getBytes(StandardCharsets.UTF_8));
        text(files, "syntax.yml", "services:\n  api: [canary\n");
        text(files, "syntax.conf", "http {\n  server {\n    listen 80 }\n}\n");
        text(files, "unclosed.conf", "server { add_header X \"canary\n");
        text(files, "pem.env", "KEY=-----BEGIN\nMIICcanary/+\n");
        text(files, "quote.env", "A=1\nexport KEY='canary\nB=2\n");
        text(files, "no-services.yml", "version: '3'\n");
        text(files, "services-list.yml", "services: [api]\n");
        text(files, "service-text.yml", "services: { api: canary }\n");
        text(files, "extends-itself.yml", "services:\n  a: { extends: b }\n  b: { extends: { service: a } }\n");
        text(files, "extends-nothing.yml", "services: { a: { extends: { service: other } } }\n");
        text(files, "alias-of-itself.yml", "services: &a { api: *a }\n");
        text(files, "alias-bomb.yml", bomb());
        text(files, "deep.yml", "services: " + "[".repeat(5_000));
        text(files, "env-file.yml", "services:\n  api:\n    image: a\n    env_file: ../../etc/passwd\n");
        text(files, "env-files.yml", "services: { api: { env_file: [{ path: /etc/passwd }] } }\n");
        text(files, "extends-outside.yml", "services: { a: { extends: { service: a, file: ../other.yml } } }\n");
        text(files, "prose.txt", "canary\n");
        files.forEach(folder::write);

        String texts = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> files.keySet().stream()
                        .map(name -> "# " + name + "\n" + folder.importing("shop", name))
                        .collect(Collectors.joining("\n")));

        assertThat(texts).isEqualTo(Folder.golden("refusals", texts)).doesNotContain("canary", "wrote");
        assertThat(folder.environments()).doesNotExist();
    }

    @Test
    void each_unfit_argument_gets_its_text() throws IOException {
        folder.write(".env.staging", "A_TOKEN=a\n");
        Files.createDirectory(folder.root().resolve("folder.yml"));
        List<String> texts = new ArrayList<>();
        for (String system : List.of("../shop", "/etc/shop", "a/b", "Shop", "", "x".repeat(80), "shop\u001b[31m")) {
            texts.add(folder.importing(system, ".env.staging"));
        }
        texts.add(folder.importing("shop"));
        texts.add(folder.importing("shop", "missing.yml"));
        texts.add(folder.importing("shop", "folder.yml"));
        texts.add(folder.importing("shop", "system=.env.staging"));

        String text = String.join("", texts);
        assertThat(text).isEqualTo(Folder.golden("unfit-arguments", text));
        assertThat(folder.environments()).doesNotExist();
    }

    @Test
    void does_not_follow_links_out_of_the_compose_files_folder() throws IOException {
        Path outside = Files.writeString(root.resolve("outside.env"), "A_TOKEN=a\n");
        folder.write("compose.yml", "services:\n  api:\n    env_file: linked.env\n");
        Files.createSymbolicLink(folder.root().resolve("linked.env"), outside);

        assertThat(folder.importing("shop", "compose.yml"))
                .isEqualTo(
                        "compose.yml:3:15: `env_file`: leads out of this file's folder; accepted: a file in it, or that"
                                + " file as an argument too\n");
    }

    @Test
    void does_not_write_through_links() throws IOException {
        folder.write(".env.staging", "A_TOKEN=a\n");
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.createDirectories(folder.environments().resolve("jobs"));
        Files.createSymbolicLink(folder.environments().resolve("shop"), elsewhere);
        Path target = Files.writeString(root.resolve("target.yaml"), "kept");
        Files.createSymbolicLink(folder.environments().resolve("jobs/system.yaml"), target);

        assertThat(folder.importing(true, "shop", ".env.staging"))
                .isEqualTo("environments/shop: a link, which is not followed; accepted: a folder, or nothing\n");
        assertThat(folder.importing(true, "jobs", ".env.staging"))
                .isEqualTo(
                        "environments/jobs/system.yaml: a link, which is not replaced; accepted: a file, or nothing\n");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(target).hasContent("kept");
    }

    @Test
    void a_file_that_env_file_names_may_lie_outside_where_the_command_line_names_it_too() {
        folder.write("deploy/compose.yml", "services: { api: { image: a, env_file: ../.env.staging } }");
        folder.write(".env.staging", "A_TOKEN=a\n");

        assertThat(folder.importing("shop", "deploy/compose.yml", ".env.staging"))
                .startsWith("wrote ");
    }

    /** Ten levels of ten: ten billion values, were they written out. */
    private static String bomb() {
        return "a0: &a0 [x]\n"
                + IntStream.range(1, 11)
                        .mapToObj(level -> "a" + level + ": &a" + level + " ["
                                + IntStream.range(0, 10)
                                        .mapToObj(i -> "*a" + (level - 1))
                                        .collect(Collectors.joining(", "))
                                + "]\n")
                        .collect(Collectors.joining())
                + "services: *a10\n";
    }

    private static void text(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
