package dev.envproof.probe.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.Identity;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.StoreIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an answered identity is that of the environment's own stores, as a direct look at them tells. */
final class OwnStores {
    private static final JsonMapper JSON = new JsonMapper();

    private OwnStores() {}

    /** Why the request may have reached another environment; empty where its own stores, or no store, answered. */
    static Optional<String> doubt(Target target, Lookout lookout, Knock knock) {
        Optional<Identity> identity = target.system().identity();
        if (identity.isEmpty() || !(knock.reply().orElseThrow() instanceof Answer answer)) {
            return Addressed.doubt(target, knock.reply().orElseThrow());
        }
        List<String> stores =
                target.system().service(knock.service()).map(Service::stores).orElse(List.of());
        Map<String, StoreIdentity> own = lookout.identities().of(target, lookout.wire());
        Optional<String> foreign = stores.stream()
                .filter(identity.get().stores()::containsKey)
                .filter(store -> own.containsKey(store) && isForeign(answer, identity.get(), store, own.get(store)))
                .findFirst();
        return foreign.map(store -> knock.service() + " did not answer from the " + store + " of "
                        + target.environment().name() + "; see the family routing")
                .or(() -> stores.isEmpty() ? claim(target, answer, identity.get()) : Optional.empty());
    }

    private static boolean isForeign(Answer answer, Identity identity, String store, StoreIdentity own) {
        Optional<String> served = text(answer, identity.stores().getOrDefault(store, ""));
        return own.known().isPresent() && !own.known().equals(served);
    }

    /** A service without a store can only say whom it takes itself to serve. */
    private static Optional<String> claim(Target target, Answer answer, Identity identity) {
        Optional<String> claimed = text(answer, identity.environment());
        return claimed.filter(target.environment()::goesBy).isPresent()
                ? Optional.empty()
                : Optional.of("the service takes the request for another environment's; see the family routing");
    }

    private static Optional<String> text(Answer answer, String pointer) {
        try {
            JsonNode value = JSON.readTree(answer.body()).at(pointer);
            return Optional.of(value.asText("")).filter(found -> !found.isBlank());
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
