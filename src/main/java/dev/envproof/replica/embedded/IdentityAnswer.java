package dev.envproof.replica.embedded;

import dev.envproof.environment.Identity;
import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Optional;

/** Which environment the service takes itself to serve, and what its stores say about themselves. */
final class IdentityAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        Optional<Identity> identity = visit.shape()
                .system()
                .identity()
                .filter(declared -> declared.path().equals(visit.request().path()));
        return identity.isPresent() ? Optional.of(answer(visit, identity.get())) : Optional.empty();
    }

    private static Answer answer(Visit visit, Identity identity) throws StoreFailure {
        JsonBody body = new JsonBody()
                .put(identity.environment(), visit.environment().name())
                .put("/service", visit.service().name());
        boolean varies = visit.shape().showsAt(visit.edge(), Fault.ROUTING_STATELESS_SERVICE_VARIES);
        if (varies && visit.service().stores().isEmpty()) {
            body.put("/model", "enricher-for-" + visit.environment().name());
        }
        for (Map.Entry<String, String> store : identity.stores().entrySet()) {
            if (visit.service().stores().contains(store.getKey())) {
                body.put(store.getValue(), StoreIdentity.of(visit, store.getKey()));
            }
        }
        return Answer.json(200, body.asNode());
    }
}
