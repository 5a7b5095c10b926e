package dev.envproof.probe.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.environment.Worker;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Journey;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Reply.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The jobs of one worker, as one environment's API takes and tells them. */
final class Jobs {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Target target;
    private final Worker worker;
    private final Lookout lookout;

    Jobs(Target target, Worker worker, Lookout lookout) {
        this.target = target;
        this.worker = worker;
        this.lookout = lookout;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** @param time how long the job takes; zero for one that is done at once */
    Reply queue(String id, String queue, Duration time) {
        String seconds = time.isZero() ? "" : ",\"seconds\":" + time.toSeconds();
        String job = "{\"id\":\"" + id + "\",\"queue\":" + quoted(queue) + seconds + "}";
        return send("POST", "", Optional.of(job));
    }

    /** Its result, and the row that it wrote. */
    void remove(String id) {
        send("DELETE", "/" + id, Optional.empty());
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a text is always JSON", impossible);
        }
    }

    private Reply send(String method, String below, Optional<String> json) {
        return route().map(route -> new Journey(target, lookout.redaction(), DEADLINE)
                        .send(method, route, worker.job().path() + below, json))
                .orElseGet(this::unreached);
    }

    Reply ask(String id) {
        return route().map(route -> lookout.wire()
                        .send(Addressed.to(
                                target,
                                Ask.get(route.at(target.edge(), worker.job().path() + "/" + id)))))
                .orElseGet(this::unreached);
    }

    /** Whether it is done, or was ended. */
    boolean isOver(String id) {
        return ask(id) instanceof Answer answer && answer.status() == 200 && isOver(answer);
    }

    private boolean isOver(Answer answer) {
        String state = state(answer);
        return worker.job().isDone(state) || worker.job().isEnded(state);
    }

    String state(Answer answer) {
        try {
            return JSON.readTree(answer.body()).at(worker.job().state()).asText("");
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }

    private Optional<Route> route() {
        return target.system().routeTo(worker.service());
    }

    private Reply unreached() {
        String why = "no route reaches " + worker.service();
        return new NoAnswer(Stage.REQUEST, why, new Exchange("", List.of(why), ""));
    }
}
