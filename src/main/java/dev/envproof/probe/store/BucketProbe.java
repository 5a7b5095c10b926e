package dev.envproof.probe.store;

import dev.envproof.environment.Store.ObjectStorage;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.StorageAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the object {@code identity} of each private bucket with its key, and as someone who has none. */
public final class BucketProbe implements Probe<BucketProbe.Seen> {

    /** One per declared private bucket. */
    public record Seen(List<Bucket> buckets) implements dev.envproof.probe.Seen {
        public Seen {
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * @param content the control: what the service key reads; empty where it reads nothing
     * @param withoutKey the same object asked for in every way that needs no secret
     */
    public record Bucket(String store, String name, Optional<String> content, List<Attempt> withoutKey) {
        public Bucket {
            withoutKey = List.copyOf(withoutKey);
        }
    }

    /** One way that needs no secret, in words that follow "read". */
    public record Attempt(String how, Reply reply) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(target.system().stores().stream()
                .filter(ObjectStorage.class::isInstance)
                .map(ObjectStorage.class::cast)
                .filter(ObjectStorage::isPrivate)
                .flatMap(storage -> target.environment().store(storage.name()).stream()
                        .map(address -> look(target, storage, address, lookout)))
                .toList());
    }

    private static Bucket look(Target target, ObjectStorage storage, StoreAddress store, Lookout lookout) {
        Optional<StorageAddress> address = store.urlIn(target.variables())
                .flatMap(url -> StorageAddress.parse(
                        url, store.keyIn(target.variables()).orElse("")));
        Optional<String> content = address.map(api -> lookout.wire().send(api.object(storage.bucket(), "identity")))
                .flatMap(reply -> reply instanceof Reply.Answer answer && answer.status() == 200
                        ? Optional.of(answer.body())
                        : Optional.empty());
        List<Attempt> withoutKey = address.stream()
                .flatMap(api -> attempts(target, api.url(), storage.bucket()))
                .map(attempt -> new Attempt(attempt.how(), lookout.wire().send(attempt.ask())))
                .toList();
        return new Bucket(storage.name(), storage.bucket(), content, withoutKey);
    }

    private static Stream<Question> attempts(Target target, URI url, String bucket) {
        URI object = url.resolve("storage/v1/object/" + bucket + "/identity");
        URI open = url.resolve("storage/v1/object/public/" + bucket + "/identity");
        URI signed = url.resolve("storage/v1/object/sign/" + bucket + "/identity?token=made-up");
        Stream<Question> anonymous = Stream.of(
                new Question("without any key", Ask.get(object)),
                new Question("at the public address", Ask.get(open)),
                new Question("with a made-up signature", Ask.get(signed)));
        Stream<Question> asBrowser = PublicKeys.of(target)
                .map(key -> new Question(
                        "with the public key",
                        Ask.get(object).with("Authorization", "Bearer " + key).with("apikey", key)));
        return Stream.concat(anonymous, asBrowser);
    }

    private record Question(String how, Ask ask) {}
}
