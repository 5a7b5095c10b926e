package dev.envproof.replica.embedded;

import dev.envproof.environment.Store;
import dev.envproof.replica.ReplicaException;

/** A value that only one environment's store can give, asked of the store itself each time. */
final class StoreIdentity {
    private StoreIdentity() {}

    static String of(Visit visit, String storeName) throws StoreFailure {
        Store store = visit.shape()
                .system()
                .store(storeName)
                .orElseThrow(() -> new ReplicaException("the system declares no store " + storeName));
        if (store instanceof Store.Redis) {
            return VisitedRedis.of(visit, storeName)
                    .ask(
                            storeName,
                            redis -> redis.info("server")
                                    .lines()
                                    .filter(line -> line.startsWith("run_id:"))
                                    .map(line ->
                                            line.substring("run_id:".length()).strip())
                                    .findFirst()
                                    .orElse(""));
        }
        StoreClient client = StoreClient.of(visit, storeName);
        if (store instanceof Store.ObjectStorage storage) {
            return client.get("/storage/v1/object/" + storage.bucket() + "/identity");
        }
        return client.getJson("/rest/v1/rpc/identity").path(0).path("identity").asText();
    }
}
