package dev.envproof.replica.embedded;

import java.util.function.Consumer;

/** Makes a running PostgreSQL server speak TLS, by statements alone, so that it is the same on every engine. */
final class PostgresTls {
    private final Consumer<String> superuser;

    /** @param superuser runs one statement, outside a transaction */
    PostgresTls(Consumer<String> superuser) {
        this.superuser = superuser;
    }

    /** Connections that are opened from now on are encrypted where the client asks for it. */
    void turnOn(SelfSignedCertificate made) {
        write("server.crt", made.certificate());
        write("server.key", made.privateKey());
        superuser.accept("alter system set ssl = on");
        superuser.accept("select pg_reload_conf()");
    }

    /** The server's own files, beside its data; only its user may read a key. */
    private void write(String file, String text) {
        superuser.accept("copy (select unnest(string_to_array('%s', E'\\n'))) to program 'umask 077; cat > %s'"
                .formatted(text.strip(), file));
    }
}
