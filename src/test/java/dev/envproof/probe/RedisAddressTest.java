package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    @ParameterizedTest
    @CsvSource({
        "redis://:pw@cache.example:6380/3,cache.example,6380,3,false",
        "rediss://user:pw@cache.example,cache.example,6379,0,true",
        "redis://cache.example?db=2,cache.example,6379,2,false",
        "REDISS://:p/w#d@[::1]:7000/1?ssl_cert_reqs=none,::1,7000,1,true"
    })
    void takes_a_url_apart(String url, String host, int port, int database, boolean encrypted) {
        assertThat(RedisAddress.parse(url)).hasValueSatisfying(address -> {
            assertThat(address.host()).isEqualTo(host);
            assertThat(address.port()).isEqualTo(port);
            assertThat(address.database()).isEqualTo(database);
            assertThat(address.isEncrypted()).isEqualTo(encrypted);
        });
    }

    @Test
    void decodes_the_password_and_knows_a_user_from_none() {
        assertThat(RedisAddress.parse("redis://:p%40ss@h")).hasValueSatisfying(address -> {
            assertThat(address.password()).contains("p@ss");
            assertThat(address.user()).isEmpty();
        });
        assertThat(RedisAddress.parse("redis://worker:pw@h"))
                .hasValueSatisfying(address -> assertThat(address.user()).contains("worker"));
    }

    @Test
    void names_no_credential() {
        assertThat(RedisAddress.parse("redis://user:secret@h:1/0")).hasToString("Optional[h:1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "redis", "http://h", "redis://", "redis://h:99999", "postgresql://h/db"})
    void refuses_what_is_no_redis_url(String text) {
        assertThat(RedisAddress.parse(text)).isEmpty();
    }
}
