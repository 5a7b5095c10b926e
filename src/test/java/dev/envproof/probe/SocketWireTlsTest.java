package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Reply.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate for localhost, made for the test; trusted only where the test says so. */
class SocketWireTlsTest {
    private static final String PASSWORD = "made-up";
    private static final Redaction NOTHING = Redaction.of(List.of());

    @TempDir
    private Path folder;

    private SSLContext trusting;
    private SSLServerSocket listener;

    @BeforeEach
    void serve() throws IOException, GeneralSecurityException, InterruptedException {
        trusting = context(keyStore(folder.resolve("localhost.p12")));
        listener = (SSLServerSocket)
                trusting.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::answer);
        server.setDaemon(true);
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void reads_the_answer_of_a_trusted_server() {
        Reply reply = new SocketWire(NOTHING, Caps.DEFAULT, trusting::getSocketFactory).send(ask("localhost"));
        assertThat(reply).isInstanceOf(Answer.class);
        assertThat(((Answer) reply).body()).isEqualTo("ok");
    }

    @Test
    void refuses_a_certificate_for_another_name() {
        Reply reply = new SocketWire(NOTHING, Caps.DEFAULT, trusting::getSocketFactory).send(ask("127.0.0.1"));
        assertThat(reply).isInstanceOf(NoAnswer.class);
        assertThat(((NoAnswer) reply).stage()).isEqualTo(Stage.TLS);
    }

    @Test
    void refuses_a_certificate_that_java_does_not_trust() {
        Reply reply = new SocketWire(NOTHING).send(ask("localhost"));
        assertThat(reply).isInstanceOf(NoAnswer.class);
        assertThat(((NoAnswer) reply).stage()).isEqualTo(Stage.TLS);
    }

    private Ask ask(String host) {
        return Ask.get(URI.create("https://" + host + ":" + listener.getLocalPort() + "/health"));
    }

    private void answer() {
        while (!listener.isClosed()) {
            try (SSLSocket socket = (SSLSocket) listener.accept()) {
                socket.getInputStream().read(new byte[4_096]);
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException clientRefused) {
                assertThat(clientRefused).isNotNull();
            }
        }
    }

    private static KeyStore keyStore(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder()
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.log").toFile())
                .command(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .start();
        assertThat(process.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        SSLContext context = SSLContext.getInstance("TLS");
        try {
            certificates.load(null, null);
        } catch (IOException impossible) {
            throw new IllegalStateException("an empty store loads without I/O", impossible);
        }
        certificates.setCertificateEntry("localhost", store.getCertificate("localhost"));
        trust.init(certificates);
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
