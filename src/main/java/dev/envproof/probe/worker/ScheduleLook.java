package dev.envproof.probe.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.Target;
import dev.envproof.environment.Worker;
import dev.envproof.environment.Worker.Scheduler;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.store.Fact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Watches a scheduler for some of its periods. */
final class ScheduleLook {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PERIODS = 3;

    private final Target target;
    private final Worker worker;
    private final Scheduler declared;
    private final Lookout lookout;
    private final Fact<Told> first;

    private ScheduleLook(Target target, Worker worker, Scheduler declared, Lookout lookout) {
        this.target = target;
        this.worker = worker;
        this.declared = declared;
        this.lookout = lookout;
        this.first = told();
    }

    static ScheduleLook begin(Target target, Worker worker, Scheduler declared, Lookout lookout) {
        return new ScheduleLook(target, worker, declared, lookout);
    }

    /** Long periods are judged by the ticks before the first look; short ones by those that come while this run looks. */
    Fact<Ticking> end() {
        return first.fold(
                begun -> {
                    Duration window = declared.period().multipliedBy(PERIODS);
                    boolean canWait = window.compareTo(lookout.budget().dividedBy(3)) <= 0;
                    if (canWait) {
                        Awaitility.await().pollDelay(window).forever().until(() -> true);
                    }
                    Instant since = canWait ? begun.now() : begun.now().minus(window);
                    return told().fold(
                                    told -> new Fact.Known<>(new Ticking(told.ticks(), since, told.now())),
                                    Fact.Unknown::new);
                },
                Fact.Unknown::new);
    }

    private record Told(List<Instant> ticks, Instant now) {}

    private Fact<Told> told() {
        return target.system()
                .routeTo(worker.service())
                .map(route -> told(lookout.wire()
                        .send(Addressed.to(target, Ask.get(route.at(target.edge(), declared.path()))))))
                .orElseGet(() -> new Fact.Unknown<>("no route reaches " + worker.service()));
    }

    private Fact<Told> told(Reply reply) {
        if (!(reply instanceof Answer answer) || answer.status() != 200) {
            return new Fact.Unknown<>("the schedule was not answered with 200");
        }
        try {
            JsonNode body = JSON.readTree(answer.body());
            List<Instant> ticks = new ArrayList<>();
            body.at(declared.ticks()).forEach(tick -> ticks.add(time(tick)));
            return new Fact.Known<>(new Told(ticks.stream().sorted().toList(), time(body.at(declared.now()))));
        } catch (JsonProcessingException | DateTimeException unreadable) {
            return new Fact.Unknown<>("parse: the schedule tells no times");
        }
    }

    private static Instant time(JsonNode value) {
        return OffsetDateTime.parse(value.asText("")).toInstant();
    }
}
