package dev.envproof.probe.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "${STAGING_DB_PASSWORD}",
                "${{ secrets.STAGING_KEY }}",
                "$STAGING_KEY",
                "{{ vault_key }}",
                "***",
                "********",
                "[REDACTED]",
                "%DB_PASSWORD%",
                "<%= ENV['KEY'] %>",
                "$(STAGING_KEY)",
                "#{Key}#",
                "postgresql://app:${DB_PASSWORD:?missing}@db.example/app",
                "vault:secret/data/staging#key",
                "op://staging/db/password",
                "@Microsoft.KeyVault(SecretUri=https://v.example/s)",
                "sk-ab****wxyz",
                "arn:aws:secretsmanager:eu-west-1:000000000000:secret:staging",
                "prefix-${KEY}-suffix",
                "__DB_PASSWORD__",
                "{{x}}",
                "{{ lookup('env','DB_PASSWORD') }}",
                "%(db_password)s",
                "%env(resolve:DB_PASSWORD)%",
                "@db.password@",
                "ENC(9fK2pQ7mVb2Lm9Kd4Ws8)",
                "{cipher}9fa1c29e84d07b56",
                "/run/secrets/db_password",
                "file:///run/secrets/db",
                "!Ref DatabasePassword",
                "$env:DB_PASSWORD",
                "os.environ['DB_PASSWORD']",
                "${env:DB_PASSWORD}",
                "${ssm:/staging/db/password}",
                "data.aws_secretsmanager_secret.db.secret_string",
                "(known after apply)",
                "*** redacted ***",
                "secretref:db-password",
                "sm://project/db-password",
                "JHtEQl9QQVNTV09SRH0=",
                "https://${PROJECT_REF}.supabase.co",
                "postgresql://${DB_USER}:Vb2Lm9Kd4Ws8Zp3RtY@db.example/app",
                "postgresql://app:Vb2Lm9Kd4Ws8Zp3RtY@${DB_HOST}/app"
            })
    void takes_for_a_template(String value) {
        assertThat(ShapeTest.see(value).shapes()).containsExactly(Shape.TEMPLATE);
    }
}
