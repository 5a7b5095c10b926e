package dev.envproof.environment;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One environment of a system, as its file declares it. Every list is what the declared policy allows.
 *
 * @param name the environment's name, which is also its routing header value
 * @param aliases other names that it may go by in health bodies and logs
 * @param edge the edge that serves it
 * @param url where the edge is reached, where it is deployed
 * @param urlVariable the variable that sets {@code url}
 * @param replica what stands in for it, where the file allows a replica
 * @param serviceUrls addresses of single services, by service, where they can be asked without the edge
 * @param access the credential that lets a caller choose this environment at a shared edge
 * @param canaries names of the canary paths that may be written here; empty means read-only
 * @param logFiles log files, by service, where the runner can read them
 * @param containers where it runs on this machine's Docker engine
 * @param variablesFrom files that hold its deployment's variables, all of them; the process environment where there are none
 * @param publicUrls the public address of each service, by service, where each has one of its own
 * @param isDeployed whether the public addresses lead to a deployment, and not only to a replica
 * @param closedPorts TCP ports that its public hosts must not open to others
 * @param edgeSecurity what its front door must keep to
 * @param secretPolicy how its programs must use its secrets
 */
public record Environment(
        String name,
        Set<String> aliases,
        String edge,
        Optional<URI> url,
        String urlVariable,
        Optional<ReplicaChoice> replica,
        Map<String, URI> serviceUrls,
        Optional<AccessKey> access,
        List<StoreAddress> stores,
        List<DeclaredSecret> secrets,
        Optional<CorsPolicy> cors,
        Optional<RateLimit> rateLimit,
        Set<String> canaries,
        Exposure debugEndpoints,
        Exposure apiDocumentation,
        boolean mocksAllowed,
        String logLevel,
        Map<String, Path> logFiles,
        Optional<Containers> containers,
        List<Path> variablesFrom,
        Map<String, URI> publicUrls,
        boolean isDeployed,
        List<Integer> closedPorts,
        EdgeSecurity edgeSecurity,
        SecretPolicy secretPolicy) {

    public Environment {
        aliases = Set.copyOf(aliases);
        serviceUrls = Map.copyOf(serviceUrls);
        stores = List.copyOf(stores);
        secrets = List.copyOf(secrets);
        canaries = Set.copyOf(canaries);
        logFiles = Map.copyOf(logFiles);
        variablesFrom = List.copyOf(variablesFrom);
        publicUrls = Map.copyOf(publicUrls);
        closedPorts = List.copyOf(closedPorts);
    }

    /** Whether a name that a service reports means this environment. */
    public boolean goesBy(String reported) {
        String plain = reported.toLowerCase(Locale.ROOT);
        return plain.equals(name) || aliases.contains(plain);
    }

    /** Where its front door is deployed: at the edge's URL, else at the first public address. */
    public Optional<URI> deployedAt() {
        return url.or(() -> isDeployed ? publicUrls.values().stream().sorted().findFirst() : Optional.empty());
    }

    public Optional<StoreAddress> store(String storeName) {
        return stores.stream()
                .filter(address -> address.store().equals(storeName))
                .findFirst();
    }

    /** The user's own compose file, where that stands in for the deployment. */
    public Optional<ReplicaChoice.Compose> compose() {
        return replica.filter(ReplicaChoice.Compose.class::isInstance).map(ReplicaChoice.Compose.class::cast);
    }

    /** Whether something is meant to answer. */
    public enum Exposure {
        OPEN,
        CLOSED
    }

    /** A request header whose value, held in a variable, lets a caller choose the environment. */
    public record AccessKey(String header, String variable) {}
}
