package dev.envproof.replica.embedded;

import dev.envproof.environment.Identity;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Call;
import dev.envproof.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A call to another service of the same deployment, which must serve the same environment. */
final class CallAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        Optional<Call> call = visit.shape().system().calls().stream()
                .filter(declared -> declared.from().equals(visit.service().name()))
                .filter(declared -> declared.path().equals(visit.request().path()))
                .findFirst();
        return call.isPresent() ? Optional.of(answer(visit, call.get())) : Optional.empty();
    }

    private static Answer answer(Visit visit, Call call) throws StoreFailure {
        URI callee = ServiceUrls.of(visit.variables(), call.to())
                .orElseThrow(() -> new StoreFailure("no address for " + call.to()));
        String path = visit.shape().system().identity().map(Identity::path).orElse("");
        try {
            HttpCall.Reply reply = HttpCall.send("GET", callee.resolve(path), routing(visit), "");
            return Answer.of(reply.status(), "application/json", reply.body());
        } catch (IOException unreachable) {
            throw new StoreFailure(call.to() + " does not answer");
        }
    }

    private static Map<String, String> routing(Visit visit) {
        if (visit.shape().showsAt(visit.edge(), Fault.ROUTING_CALL_DROPS_HEADER)) {
            return Map.of();
        }
        SystemUnderTest system = visit.shape().system();
        return system.routingHeader()
                .map(RoutingHeader::name)
                .map(name -> Map.of(name, visit.environment().name()))
                .orElse(Map.of());
    }
}
