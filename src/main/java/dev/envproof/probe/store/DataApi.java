package dev.envproof.probe.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Reply;
import dev.envproof.probe.StorageAddress;
import dev.envproof.probe.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A Supabase project's data API ({@code <url>/rest/v1/<table>}, PostgREST) as it answers to one of its keys. */
final class DataApi {
    private static final JsonMapper JSON = new JsonMapper();
    private final Target target;
    private final Wire wire;

    DataApi(Target target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    /** What the key that every browser is given reads of a table; empty where no such key is declared or known. */
    Optional<Reply> asAnyone(String table) {
        return PublicKeys.of(target).findFirst().flatMap(key -> ask(table, key));
    }

    Optional<Reply> asService(String table) {
        return project().flatMap(store -> store.keyIn(target.variables())).flatMap(key -> ask(table, key));
    }

    private Optional<Reply> ask(String table, String key) {
        String path = "rest/v1/" + URLEncoder.encode(table, StandardCharsets.UTF_8) + "?select=*&limit=1";
        return project()
                .flatMap(store -> store.urlIn(target.variables()))
                .flatMap(url -> StorageAddress.parse(url, key))
                .map(address -> wire.send(Ask.get(address.url().resolve(path))
                        .with("Authorization", "Bearer " + key)
                        .with("apikey", key)));
    }

    private Optional<StoreAddress> project() {
        return target.environment().stores().stream()
                .filter(address -> target.system()
                        .store(address.store())
                        .filter(Store.ObjectStorage.class::isInstance)
                        .isPresent())
                .findFirst();
    }

    /** Whether an answer holds a row. */
    static Fact<Boolean> hasRows(Reply reply) {
        if (!(reply instanceof Reply.Answer answer)) {
            Reply.NoAnswer none = (Reply.NoAnswer) reply;
            return new Fact.Unknown<>(none.stage() + ": the data API gave no answer");
        }
        if (answer.status() == 401 || answer.status() == 403 || answer.status() == 404) {
            return new Fact.Known<>(false);
        }
        try {
            JsonNode rows = JSON.readTree(answer.body());
            return answer.status() / 100 == 2 && rows.isArray()
                    ? new Fact.Known<>(!rows.isEmpty())
                    : new Fact.Unknown<>("the data API answered " + answer.status());
        } catch (JsonProcessingException noJson) {
            return new Fact.Unknown<>("parse: the data API answered no JSON");
        }
    }
}
