package dev.envproof.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SecretName;
import dev.envproof.environment.yaml.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value that may be secret gets behind the reader's door, whatever slot it stands in. */
class SecretValuesTest {
    /** Looks like a generated key, so that it is none of the words that people write. */
    private static final String CANARY = "c4n4ryQx7Zt9Lm2Vb8Kp5Ws3";

    private static final Place PLACE = new Place(".env", 1, 1);

    @TempDir
    private Path root;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void make_the_folder() {
        folder = new Folder(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_URL", "SUPABASE_URL_STAGING", "STRIPE_SECRET", "OPENAI_API_KEY", "GITHUB_TOKEN", "PGPASSWORD",
                "POSTGRES_PASSWORD", "JWT_SECRET", "TOKEN_PEPPER", "SENTRY_DSN", "REDIS_URL", "CELERY_BROKER_URL",
                "SLACK_WEBHOOK_URL", "AWS_SECRET_ACCESS_KEY", "SECRET_KEY_BASE", "STRIPEAPIKEY", "DB_PASS", "SMTP_PWD",
                "AUTH_SALT", "jwt_secret", "TLS_CERT"
            })
    void a_secrets_name_is_enough_to_drop_its_value(String name) {
        Setting setting = Setting.of(name, "short", PLACE);

        assertThat(setting.value()).isEmpty();
        assertThat(setting.toString()).doesNotContain("short");
        assertThat(setting.secretName().isSecret()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JWT_ALGORITHM",
                "JWT_EXPIRE_MINUTES",
                "TOKEN_TTL",
                "API_KEY_HEADER",
                "POSTGRES_PASSWORD_FILE",
                "PORT",
                "LOG_LEVEL",
                "FRONTEND_URL",
                "MONKEY",
                "KEYBOARD_LAYOUT",
                "CORS_ORIGINS",
                "AUTHOR",
                "PASSENGERS"
            })
    void a_setting_is_no_secret(String name) {
        assertThat(new SecretName(name).isSecret()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pw@host.example/",
                "postgresql+asyncpg://u:p@db/x",
                "https://key@sentry.example/1",
                CANARY,
                "eyJhbGciOiJIUzI1NiJ9.e30.x",
                "sk_live_x",
                "ghp_x",
                "https://hooks.example/" + CANARY
            })
    void a_value_that_looks_like_a_secret_is_dropped_under_any_name(String value) {
        Setting setting = Setting.of("NICKNAME", value, PLACE);

        assertThat(setting.value()).isEmpty();
        assertThat(setting.toString()).doesNotContain(value);
    }

    @Test
    void a_dollar_sign_that_stands_for_itself_is_no_reference() {
        assertThat(Setting.of("DB_PASSWORD", "${OTHER}", PLACE).isReference()).isTrue();

        Setting literal = Setting.of("DB_PASSWORD", "${OTHER}", at -> false, PLACE);

        assertThat(literal.isReference()).isFalse();
        assertThat(literal.references()).isEmpty();
        assertThat(literal.isDropped()).isTrue();
    }

    @Test
    void a_secret_in_any_slot_of_a_compose_file_stays_there() {
        folder.write("compose.staging.yml", """
                x-a: &a { environment: { JWT_SECRET: CANARY, OTHER: "https://u:CANARY@h/" } }
                services:
                  api:
                    <<: *a
                    image: registry.example/CANARY:CANARY
                    container_name: CANARY
                    command: serve --token=CANARY
                    ports: ["8080:80", "${PORT_TOKEN:-CANARY}:81", { target: 80, published: CANARY }]
                    env_file: [CANARY.env, "${ENV_KEY:-CANARY}"]
                    depends_on: [CANARY]
                    profiles: [CANARY]
                    healthcheck:
                      test: >
                        curl -u admin:CANARY -H "X: CANARY" http://u:CANARY@localhost:80/health?key=CANARY#CANARY
                    labels:
                      traefik.http.routers.CANARY.rule: Host(`stg.example`, `CANARY.example`) && PathPrefix(`/CANARY`)
                      traefik.http.routers.CANARY.tls: "true"
                      traefik.http.routers.b.rule: Host(`stg.example`) && Query(`key`, `CANARY`) && Header(`X-Key`, `CANARY`)
                      traefik.http.middlewares.a.basicauth.users: admin:CANARY
                      traefik.http.middlewares.a.headers.accesscontrolalloworiginlist: https://CANARY.example,https://a:CANARY@b.c
                    CANARY: CANARY
                  CANARY: { image: CANARY, ports: ["9090:90"] }
                  worker: { image: a, healthcheck: { test: [CMD, wget, "http://localhost/CANARY"] } }
                secrets: { CANARY: { file: CANARY } }
                """.replace("CANARY", CANARY));

        assertNothingGetsOut("compose.staging.yml");
    }

    @Test
    void a_secret_in_any_slot_of_an_env_file_stays_there() {
        folder.write(".env.staging", """
                # CANARY
                PLAIN=CANARY
                PASSWORD=CANARY # CANARY
                CORS_ORIGINS=https://CANARY.example,https://u:CANARY@b.example,CANARY,https://ok.example
                ALLOWED_ORIGINS=["CANARY"]
                CORS_METHODS=CANARY
                CORS_HEADERS=X-CANARY
                STORAGE_BUCKET=CANARY
                SUPABASE_URL=https://CANARY.supabase.example
                SUPABASE_SERVICE_ROLE_KEY="CANARY
                CANARY"
                LOG_LEVEL=CANARY
                ENVIRONMENT=CANARY
                DEFAULT_ENVIRONMENT=CANARY
                DOMAIN=CANARY
                CANARY=CANARY
                CANARY_TOKEN=CANARY
                c4n4ryqx7zt9lm2vb8kp5ws3_key=CANARY
                REFERENCE_KEY=${CANARY_KEY:-CANARY}
                """.replace("CANARY", CANARY));

        assertNothingGetsOut(".env.staging");
    }

    @Test
    void a_secret_in_any_slot_of_an_nginx_conf_stays_there() {
        folder.write("staging.conf", """
                # CANARY
                map $http_origin $ok { default CANARY; https://CANARY.example 1; "~CANARY" 1; }
                map $http_x_environment $e { default CANARY; staging CANARY; }
                map $http_authorization $a { "Bearer CANARY" 1; }
                upstream api { server CANARY:80; }
                server {
                    server_name stg.example CANARY.example;
                    set $key CANARY;
                    add_header Access-Control-Allow-Origin $ok;
                    add_header Access-Control-Allow-Headers CANARY;
                    include /etc/CANARY.conf;
                    location /api/ { proxy_pass http://u:CANARY@api/CANARY?key=CANARY; proxy_set_header X-Key CANARY; }
                    location /CANARY/ { proxy_pass http://api/; }
                    location /CANARY/health { proxy_pass http://api/; }
                    location /b/ { proxy_pass http://CANARY/; add_header Access-Control-Allow-Origin "https://CANARY.example"; }
                    location ~ CANARY { proxy_pass http://api; }
                }
                """.replace("CANARY", CANARY));

        assertNothingGetsOut("staging.conf");
    }

    private void assertNothingGetsOut(String file) {
        String said = folder.importing("shop", file);

        assertThat(said).startsWith("wrote ");
        assertThat(said + folder.allWritten("shop")).doesNotContainIgnoringCase(CANARY);
    }
}
