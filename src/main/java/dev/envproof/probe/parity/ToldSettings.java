package dev.envproof.probe.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.envproof.environment.ContractVariable;
import dev.envproof.environment.Parity.ToldBy;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.parity.Setting.State;
import java.util.List;
import java.util.Optional;

/** The settings that a service tells of itself. */
record ToldSettings(Target target, ToldBy told, SettingEye eye) {
    private static final ObjectMapper JSON = new ObjectMapper();

    List<Setting> look(Lookout lookout) {
        List<ContractVariable> variables = target.system().parity().stream()
                .flatMap(parity -> parity.variables().stream())
                .filter(variable -> told.values().containsKey(variable.name()))
                .toList();
        Optional<Reply> reply = target.routes().stream()
                .filter(route -> route.service().equals(told.service()))
                .findFirst()
                .map(route -> lookout.wire()
                        .send(Addressed.to(
                                target,
                                Ask.get(route.at(target.edge(), told.path()))
                                        .within(lookout.budget().dividedBy(4)))));
        return variables.stream().map(variable -> setting(variable, reply)).toList();
    }

    private Setting setting(ContractVariable variable, Optional<Reply> reply) {
        if (reply.isEmpty()) {
            return unseen(variable, "no route leads to " + told.service());
        }
        Setting setting = reply.get() instanceof Reply.Answer answer
                ? answered(variable, answer)
                : unseen(variable, source() + " did not answer");
        return setting.seenIn(reply.get().exchange());
    }

    private Setting answered(ContractVariable variable, Reply.Answer answer) {
        if (answer.status() != 200 || answer.cut()) {
            return unseen(variable, source() + " answered with the status " + answer.status());
        }
        JsonNode body = parsed(answer.body());
        JsonNode value = body.at(told.values().getOrDefault(variable.name(), ""));
        if (body.isMissingNode()) {
            return unseen(variable, source() + " answered no JSON");
        }
        return value.isMissingNode() || value.isNull()
                ? Setting.without(variable, source(), State.UNSET, "")
                : eye.see(variable, source(), value.isValueNode() ? value.asText() : value.toString());
    }

    private Setting unseen(ContractVariable variable, String why) {
        return Setting.without(variable, source(), State.UNSEEN, why);
    }

    private String source() {
        return told.service() + "/" + told.path();
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
