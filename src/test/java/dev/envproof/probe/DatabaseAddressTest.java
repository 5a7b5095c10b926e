package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void takes_a_supabase_url_apart() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://postgres.abc:a%2Bb+c@db.example:6543/postgres")
                .orElseThrow();
        assertThat(address.host()).isEqualTo("db.example");
        assertThat(address.port()).isEqualTo(6543);
        assertThat(address.user()).isEqualTo("postgres.abc");
    }

    @Test
    void knows_the_usual_port() {
        assertThat(DatabaseAddress.parse("postgres://u:p@db.example/x")
                        .orElseThrow()
                        .port())
                .isEqualTo(5432);
    }

    @Test
    void refuses_what_is_no_database_url() {
        assertThat(DatabaseAddress.parse("https://db.example/x")).isEmpty();
        assertThat(DatabaseAddress.parse("postgresql:///x")).isEmpty();
        assertThat(DatabaseAddress.parse("changethis")).isEmpty();
        assertThat(DatabaseAddress.parse("postgresql://a b")).isEmpty();
    }

    @Test
    void never_shows_the_password() {
        assertThat(DatabaseAddress.parse("postgresql://u:made-up@db.example:1/x")
                        .orElseThrow())
                .hasToString("db.example:1");
    }

    @Test
    void gives_up_at_its_deadline_where_nothing_answers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DatabaseAddress address = DatabaseAddress.parse(
                            "postgresql://u:p@127.0.0.1:" + silent.getLocalPort() + "/x")
                    .orElseThrow();
            Instant begin = Instant.now();
            assertThatThrownBy(() -> address.connect(Duration.ofSeconds(1)).close())
                    .isInstanceOf(SQLException.class);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
    }
}
