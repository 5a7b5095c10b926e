package dev.envproof.replica.embedded;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.fault.StoreLookAlike;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Makes the service send a mail to a customer whose subject is a canary's id. */
final class MailAnswer implements Answering {
    private static final String MILLIS = "3000";
    private static final long QUEUED_MILLIS = 1_200;

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        Optional<CanaryRequest<Store.Mail>> request = CanaryRequest.of(visit, Store.Mail.class);
        return request.isPresent() ? Optional.of(answer(visit, request.get())) : Optional.empty();
    }

    private static Answer answer(Visit visit, CanaryRequest<Store.Mail> request) throws StoreFailure {
        if (!request.method().equals("POST")) {
            return Answer.error(405, "a mail can only be sent");
        }
        if (!request.hasGoodId()) {
            return CanaryRequest.badId();
        }
        String name = request.store().name();
        String relay = visit.environment()
                .store(name)
                .map(StoreAddress::urlVariable)
                .flatMap(visit.variables()::value)
                .orElseThrow(() -> new StoreFailure("no address of the " + name));
        if (isQueued(visit)) {
            sendLater(relay, request.id());
        } else {
            send(relay, request.id());
        }
        return Answer.json(202, Map.of("id", request.id()));
    }

    private static boolean isQueued(Visit visit) {
        return visit.shape().shows(StoreLookAlike.ISOLATION_MAIL_QUEUED)
                && visit.environment().name().equals("production");
    }

    private static void sendLater(String relay, String id) {
        Executor later = CompletableFuture.delayedExecutor(QUEUED_MILLIS, TimeUnit.MILLISECONDS);
        later.execute(() -> {
            try {
                send(relay, id);
            } catch (StoreFailure lost) {
                throw new IllegalStateException(lost);
            }
        });
    }

    private static void send(String relay, String id) throws StoreFailure {
        URI server = URI.create(relay);
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.getHost());
        properties.put("mail.smtp.port", String.valueOf(server.getPort()));
        properties.put("mail.smtp.localhost", "localhost"); // else it asks a name server for this machine's name
        properties.put("mail.smtp.connectiontimeout", MILLIS);
        properties.put("mail.smtp.timeout", MILLIS);
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(properties));
            mail.setFrom(new InternetAddress("no-reply@service.example"));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress("someone@customer.example"));
            mail.setSubject(id);
            mail.setText("This mail proves where mail goes.");
            Transport.send(mail);
        } catch (MessagingException refused) {
            throw new StoreFailure("the mail was not accepted");
        }
    }
}
