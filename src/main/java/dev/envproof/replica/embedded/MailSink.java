package dev.envproof.replica.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** An SMTP server that keeps what it is given, and lists it as MailHog does: {@code GET api/v2/messages}. */
final class MailSink implements Component {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LIST = "api/v2/messages";

    private final String name;
    private Optional<GreenMail> smtp = Optional.empty();
    private Optional<LoopbackServer> api = Optional.empty();

    /** @param name whose it is */
    MailSink(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return "mail " + name;
    }

    @Override
    public void start() {
        ServerSetup anyPort =
                new ServerSetup(0, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(anyPort)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp = Optional.of(server);
        server.start();
        api = Optional.of(LoopbackServer.listening(name(), 0, this::answer));
    }

    /** Where services hand their mail over. */
    String smtpUrl() {
        return "smtp://127.0.0.1:" + started().getSmtp().getPort();
    }

    /** Where the mails are listed. */
    URI listUrl() {
        return api.map(LoopbackServer::url)
                .orElseThrow(() -> new IllegalStateException(name() + " has not been started"))
                .resolve(LIST);
    }

    private GreenMail started() {
        return smtp.orElseThrow(() -> new IllegalStateException(name() + " has not been started"));
    }

    void forget() {
        try {
            started().purgeEmailFromAllMailboxes();
        } catch (FolderException stuck) {
            throw new ReplicaException(name() + " could not be emptied: " + stuck.getMessage(), stuck);
        }
    }

    private Answer answer(Request request) {
        if (!request.path().equals(LIST)) {
            return Answer.notFound();
        }
        try {
            ObjectNode list = JSON.createObjectNode();
            ArrayNode items = list.putArray("items");
            for (GreenMailUser recipient : started().getUserManager().listUser()) {
                for (StoredMessage stored : started()
                        .getManagers()
                        .getImapHostManager()
                        .getInbox(recipient)
                        .getMessages()) {
                    items.add(item(recipient, stored.getMimeMessage()));
                }
            }
            return Answer.json(200, list.put("total", items.size()).put("count", items.size()));
        } catch (FolderException | MessagingException | IOException unreadable) {
            return Answer.error(500, "the mails can't be read");
        }
    }

    /** One per recipient of the envelope: a mail is kept once in the box of each. */
    private static JsonNode item(GreenMailUser recipient, MimeMessage mail) throws MessagingException, IOException {
        ObjectNode item = JSON.createObjectNode();
        item.putObject("Raw").putArray("To").add(recipient.getEmail());
        ObjectNode content = item.putObject("Content");
        content.putObject("Headers").putArray("Subject").add(mail.getSubject());
        content.put("Body", String.valueOf(mail.getContent()));
        return item;
    }

    @Override
    public void close() {
        api.ifPresent(LoopbackServer::close);
        smtp.ifPresent(GreenMail::stop);
    }
}
