package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql+asyncpg://app:p%40ss%7B@db_staging:6543/jobs?ssl=require",
                "postgres://app:p@ss{@db_staging:6543/jobs?sslmode=require",
                "jdbc:postgresql://db_staging:6543/jobs?user=app&password=p%40ss%7B&ssl=true",
                "postgresql://app:p%40ss%7B@db_staging:6543,db_standby:6543/jobs?sslmode=require&application_name=a@b"
            })
    void takes_apart_what_deployments_write(String url) {
        DatabaseAddress address = DatabaseAddress.parse(url).orElseThrow();
        assertThat(address).hasToString("db_staging:6543");
        assertThat(address.user()).isEqualTo("app");
        assertThat(address.database()).contains("jobs");
        assertThat(address.sslMode()).contains("require");
        assertThat(address.properties(Duration.ofSeconds(1))).containsEntry("password", "p@ss{");
    }

    @Test
    void trusts_the_certificates_that_the_url_names_or_those_of_the_platform() {
        assertThat(properties("sslmode=verify-full&sslrootcert=/etc/ca.pem"))
                .containsEntry("sslrootcert", "/etc/ca.pem")
                .doesNotContainKey("sslfactory");
        assertThat(properties("sslmode=verify-full&sslrootcert=system"))
                .containsEntry("sslmode", "verify-full")
                .doesNotContainKey("sslrootcert");
        assertThat(properties("sslfactory=made.Up&loggerFile=/tmp/x")).doesNotContainKeys("sslfactory", "loggerFile");
    }

    private static Properties properties(String query) {
        return DatabaseAddress.parse("postgresql://u:p@db.example/x?" + query)
                .orElseThrow()
                .properties(Duration.ofSeconds(1));
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
