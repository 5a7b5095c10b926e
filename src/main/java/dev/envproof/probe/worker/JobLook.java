package dev.envproof.probe.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.Target;
import dev.envproof.environment.Worker;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.worker.QueuedJob.Abroad;
import dev.envproof.probe.worker.QueuedJob.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Queues canary jobs through one environment's API, and follows them at home and at every sibling. */
final class JobLook {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BETWEEN = Duration.ofMillis(50);
    /** Of two workers at one queue, each takes one of so many. */
    private static final int COPIES = 3;

    private final Target target;
    private final Worker worker;
    private final Lookout lookout;
    private final Jobs jobs;

    JobLook(Target target, Worker worker, Lookout lookout) {
        this.target = target;
        this.worker = worker;
        this.lookout = lookout;
        this.jobs = new Jobs(target, worker, lookout);
    }

    List<QueuedJob> look() {
        List<Sent> sent = worker.queues().stream()
                .flatMap(queue -> Stream.generate(() -> sent(queue)).limit(COPIES))
                .toList();
        try {
            awaitAll(sent);
            return sent.stream().map(this::followed).toList();
        } finally {
            sent.forEach(job -> jobs.remove(job.id()));
        }
    }

    private record Sent(String id, String queue, Reply reply) {
        boolean isQueued() {
            return reply instanceof Answer answer && answer.status() / 100 == 2;
        }
    }

    private Sent sent(String queue) {
        String id = Jobs.newId();
        return new Sent(id, queue, jobs.queue(id, queue, Duration.ZERO));
    }

    private void awaitAll(List<Sent> sent) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN)
                    .atMost(worker.within())
                    .until(() -> sent.stream().filter(Sent::isQueued).allMatch(job -> jobs.isOver(job.id())));
        } catch (ConditionTimeoutException late) {
            // what each came to is seen below
        }
    }

    private QueuedJob followed(Sent sent) {
        if (!sent.isQueued()) {
            String why = sent.reply() instanceof Answer answer
                    ? "queueing a job was answered with " + answer.status()
                    : "queueing a job: " + ((Reply.NoAnswer) sent.reply()).why();
            return new QueuedJob(
                    sent.id(),
                    sent.queue(),
                    new Fact.Unknown<>(why),
                    Optional.empty(),
                    List.of(),
                    sent.reply().exchange());
        }
        Reply reply = jobs.ask(sent.id());
        List<Abroad> abroad = lookout.siblings().stream()
                .filter(sibling -> !sibling.environment()
                        .name()
                        .equals(target.environment().name()))
                .map(sibling -> abroad(sibling, sent.id()))
                .toList();
        return new QueuedJob(sent.id(), sent.queue(), outcome(reply), row(target, sent.id()), abroad, reply.exchange());
    }

    private Abroad abroad(Target sibling, String id) {
        Reply reply = new Jobs(sibling, worker, lookout).ask(id);
        Fact<Boolean> shown = shown(reply);
        Optional<String> environment = shown.known()
                .filter(is -> is)
                .flatMap(is -> outcome(reply).known())
                .filter(Outcome::isDone)
                .map(Outcome::environment);
        return new Abroad(sibling.environment().name(), shown, environment, row(sibling, id));
    }

    private Optional<Fact<Boolean>> row(Target where, String id) {
        return worker.job()
                .record()
                .flatMap(name -> where.system().canaries().stream()
                        .filter(path -> path.name().equals(name))
                        .findFirst()
                        .map(path -> row(where, path, id)));
    }

    private Fact<Boolean> row(Target where, CanaryPath path, String id) {
        Optional<URI> address =
                where.system().routeTo(path.service()).map(route -> route.at(where.edge(), path.path() + "/" + id));
        return address.map(found -> shown(lookout.wire().send(Addressed.to(where, Ask.get(found)))))
                .orElseGet(() -> new Fact.Unknown<>("no route reaches " + path.service()));
    }

    private static Fact<Boolean> shown(Reply reply) {
        if (!(reply instanceof Answer answer)) {
            return new Fact.Unknown<>(((Reply.NoAnswer) reply).stage() + ": " + ((Reply.NoAnswer) reply).why());
        }
        if (answer.status() == 200) {
            return new Fact.Known<>(true);
        }
        return answer.status() == 404 || answer.status() == 410
                ? new Fact.Known<>(false)
                : new Fact.Unknown<>("the request for it was answered with " + answer.status());
    }

    private Fact<Outcome> outcome(Reply reply) {
        if (!(reply instanceof Answer answer) || answer.status() != 200) {
            return new Fact.Unknown<>("the request for the job was not answered with 200");
        }
        try {
            JsonNode body = JSON.readTree(answer.body());
            String state = body.at(worker.job().state()).asText("");
            return new Fact.Known<>(new Outcome(
                    state,
                    worker.job().isDone(state),
                    body.at(worker.job().environment()).asText(""),
                    texts(body, worker.job().workerVariables()),
                    texts(body, worker.job().serviceVariables())));
        } catch (JsonProcessingException noJson) {
            return new Fact.Unknown<>("parse: the job's answer is no JSON");
        }
    }

    private static Map<String, String> texts(JsonNode body, Optional<String> pointer) {
        Map<String, String> texts = new HashMap<>();
        pointer.ifPresent(at -> body.at(at)
                .properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText(""))));
        return texts;
    }
}
