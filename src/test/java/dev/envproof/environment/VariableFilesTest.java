package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"A_KEY\": \"made-up\", \"PORT\": 5432, \"EMPTY\": null}",
                "{\"A_KEY\": {\"computed\": \"made-up\", \"note\": \"\"}, \"PORT\": \"5432\", \"EMPTY\": \"\"}",
                "[{\"key\": \"A_KEY\", \"value\": \"made-up\"}, {\"key\": \"PORT\", \"value\": \"5432\"},"
                        + " {\"key\": \"EMPTY\", \"value\": \"\"}]",
                "{\"secrets\": [{\"secretKey\": \"A_KEY\", \"secretValue\": \"made-up\"},"
                        + " {\"secretKey\": \"PORT\", \"secretValue\": 5432}, {\"secretKey\": \"EMPTY\", \"secretValue\": \"\"}]}",
                "{\"Parameters\": [{\"Name\": \"/shop/staging/A_KEY\", \"Value\": \"made-up\"},"
                        + " {\"Name\": \"/shop/staging/PORT\", \"Value\": \"5432\"}, {\"Name\": \"EMPTY\", \"Value\": \"\"}]}",
                "{\"ARN\": \"arn:x\", \"SecretString\": \"{\\\"A_KEY\\\": \\\"made-up\\\", \\\"PORT\\\": 5432, \\\"EMPTY\\\": \\\"\\\"}\"}",
                "{\"data\": {\"data\": {\"A_KEY\": \"made-up\", \"PORT\": 5432, \"EMPTY\": \"\"}, \"metadata\": {\"version\": 3}}}",
                "{\"data\": {\"A_KEY\": \"made-up\", \"PORT\": 5432, \"EMPTY\": \"\"}}",
                "kind: Secret\ndata: { A_KEY: bWFkZS11cA== }\nstringData: { PORT: '5432', EMPTY: '' }",
                "A_KEY: made-up\nPORT: 5432\nEMPTY:",
            })
    void knows_what_secret_managers_export(String text) throws IOException {
        assertThat(read(write("secrets.yaml", text)))
                .containsOnly(Map.entry("A_KEY", "made-up"), Map.entry("PORT", "5432"), Map.entry("EMPTY", ""));
    }

    @Test
    void a_later_file_overrides_an_earlier_one_and_references_are_filled_in_from_all() throws IOException {
        Path first = write(".env", "USER=app\nURL=pg://${USER}:${PASSWORD}@db/${ELSEWHERE}\nPASSWORD=old\n");
        Path second = write("more.json", "{\"PASSWORD\": \"a$1\"}");

        assertThat(read(first, second)).containsEntry("URL", "pg://app:a$1@db/${ELSEWHERE}");
    }

    @Test
    void a_dollar_sign_in_single_quotes_or_behind_a_backslash_stands_for_itself() throws IOException {
        Path file = write(".env", "A=1\nB='pa${A}ss'\nC=\"pa\\${A}${A}\"\nD=\"say \\\"${A}\\\"\"\n");

        assertThat(read(file))
                .containsEntry("B", "pa${A}ss")
                .containsEntry("C", "pa${A}1")
                .containsEntry("D", "say \"1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request_id\": \"x\", \"lease_id\": \"\", \"renewable\": false, \"lease_duration\": 0, \"data\": {\"A\": \"1\"},"
                        + " \"wrap_info\": null, \"warnings\": null, \"auth\": null, \"mount_type\": \"kv\"}",
                "{\"request_id\": \"x\", \"data\": {\"data\": {\"A\": \"1\"}, \"metadata\": {\"version\": 3}}}",
            })
    void knows_both_of_vaults_key_value_stores(String text) throws IOException {
        assertThat(read(write("vault.json", text))).containsOnly(Map.entry("A", "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"A": ["made-up"]}                   | a.yaml:1:7: a list in place of a value
            {"A": {"made": "up"}}                | a.yaml:1:7: a mapping in place of a value
            {"a b": "made-up"}                   | a.yaml:1:2: a name that no variable has
            {"A": "ENC[AES256_GCM,data:made-up]"} | a.yaml:1:2: an encrypted value; accepted: the decrypted file
            [{"name": "A"}]                      | a.yaml:1:2: an item without a name and a value
            ["made-up"]                          | a.yaml:1:2: an item without a name and a value
            made-up                              | a.yaml:1:1: text; accepted: names to values
            {"SecretString": "made-up"}          | a.yaml:1:18: `SecretString`: no JSON object
            {"A": "made-up", "data": {"B": "made-up"}} | a.yaml:1:26: `data`: a mapping beside other names; accepted: names
            {"data": {"A": "made-up", "data": {"B": "made-up"}}} | a mapping in place of a value
            {"ARN": "a", "SecretBinary": "made-up"} | `SecretBinary`: a binary secret, which is no variable; accepted: `Sec
            {"kind": "Secret", "data": {"A": "made-up!%"}} | `data`: a value that is not base64
            """)
    void refuses_what_it_does_not_know_and_quotes_no_value(String text, String complaint) throws IOException {
        Path file = write("a.yaml", text);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(BadEnvironmentFiles.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContainingAny("made-up", "made\"");
    }

    @Test
    void names_every_file_that_is_missing() {
        assertThatThrownBy(() -> read(folder.resolve(".env.a"), folder.resolve("b.json")))
                .hasMessageContaining(".env.a: no such file; accepted: an env file")
                .hasMessageContaining("b.json: no such file");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, String> read(Path... files) {
        return VariableFiles.read(List.of(files)).asMap();
    }
}
