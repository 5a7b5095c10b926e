package dev.envproof.probe.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.Identity;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Wire;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks each route who the stores behind its service are, for one environment. */
final class ServedStores {
    private static final JsonMapper JSON = new JsonMapper();

    private ServedStores() {}

    /** Identities by {@code <service>/<store>}; empty where the system declares no way to ask. */
    static Map<String, Fact<String>> of(Target target, Wire wire) {
        Map<String, Fact<String>> served = new LinkedHashMap<>();
        target.system().identity().ifPresent(identity -> {
            for (Route route : target.routes()) {
                served.putAll(of(target, route, identity, wire));
            }
        });
        return served;
    }

    private static Map<String, Fact<String>> of(Target target, Route route, Identity identity, Wire wire) {
        Reply reply = wire.send(Addressed.to(target, Ask.get(route.at(target.edge(), identity.path()))));
        Map<String, Fact<String>> served = new LinkedHashMap<>();
        target.system()
                .service(route.service())
                .ifPresent(service -> service.stores().stream()
                        .filter(identity.stores()::containsKey)
                        .forEach(store -> served.put(
                                service.name() + "/" + store,
                                value(reply, String.valueOf(identity.stores().get(store))))));
        return served;
    }

    private static Fact<String> value(Reply reply, String pointer) {
        if (!(reply instanceof Answer answer)) {
            return new Fact.Unknown<>(((Reply.NoAnswer) reply).stage() + ": the identity was not answered");
        }
        if (answer.status() != 200) {
            return new Fact.Unknown<>("the identity was answered with " + answer.status());
        }
        try {
            JsonNode value = JSON.readTree(answer.body()).at(pointer);
            return value.isValueNode() && !value.asText().isBlank()
                    ? new Fact.Known<>(value.asText())
                    : new Fact.Unknown<>("parse: the answer has no " + pointer);
        } catch (JsonProcessingException noJson) {
            return new Fact.Unknown<>("parse: the identity is no JSON");
        }
    }
}
