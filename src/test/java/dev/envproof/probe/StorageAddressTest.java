package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorageAddressTest {

    @Test
    void asks_for_an_object_with_the_key_in_both_headers() {
        Ask ask = StorageAddress.parse("https://abc.supabase.example", "made-up")
                .orElseThrow()
                .object("resumes", "identity");
        assertThat(ask.address()).hasToString("https://abc.supabase.example/storage/v1/object/resumes/identity");
        assertThat(ask.headers())
                .containsExactly(
                        new Ask.Header("Authorization", "Bearer made-up"), new Ask.Header("apikey", "made-up"));
    }

    @Test
    void keeps_the_path_of_a_project_behind_a_prefix() {
        Ask ask = StorageAddress.parse("http://127.0.0.1:8000/staging", "k")
                .orElseThrow()
                .object("b", "o");
        assertThat(ask.address().getPath()).isEqualTo("/staging/storage/v1/object/b/o");
    }

    @Test
    void refuses_what_is_no_http_url() {
        assertThat(StorageAddress.parse("postgresql://u:p@h/x", "k")).isEmpty();
        assertThat(StorageAddress.parse("not a url", "k")).isEmpty();
    }

    @Test
    void never_shows_the_key() {
        assertThat(StorageAddress.parse("https://abc.example", "made-up").orElseThrow())
                .hasToString("abc.example");
    }
}
