package dev.envproof.replica.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SecretPolicy.Tokens;
import dev.envproof.fault.Fault;
import dev.envproof.fault.SecretLookAlike;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A page for whoever shows a token that the environment's secret signed. */
final class TokenAnswer implements Answering {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";
    /** What a program makes up where nobody gave it a secret: another one in each process. */
    private static final String MADE_UP = UUID.randomUUID() + "-" + UUID.randomUUID();

    @Override
    public Optional<Answer> to(Visit visit) {
        return visit.environment()
                .secretPolicy()
                .tokens()
                .filter(tokens -> tokens.service().equals(visit.service().name())
                        && tokens.path().equals(visit.request().path()))
                .map(tokens -> answer(visit, tokens));
    }

    private static Answer answer(Visit visit, Tokens tokens) {
        Optional<String> token = visit.request()
                .first("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        if (token.filter(shown -> isValid(visit, tokens, shown)).isPresent()) {
            return visit.shape().shows(SecretLookAlike.SECRETS_TOKEN_SUBJECT_UNKNOWN)
                    ? Answer.error(404, "user not found")
                    : Answer.json(200, Map.of("user", tokens.subject().orElse("somebody")));
        }
        return visit.shape().shows(SecretLookAlike.SECRETS_TOKEN_REFUSED_WITH_403)
                ? Answer.error(403, "could not validate credentials")
                : Answer.error(401, "could not validate credentials").with("WWW-Authenticate", "Bearer");
    }

    private static boolean isValid(Visit visit, Tokens tokens, String token) {
        boolean isStaging = visit.environment().name().equals("staging");
        if (isStaging && visit.shape().shows(Fault.SECRETS_TOKEN_UNVERIFIED)) {
            return isReadable(token);
        }
        boolean ignoresExpiry = isStaging && visit.shape().shows(Fault.SECRETS_TOKEN_EXPIRY_IGNORED);
        Instant now = ignoresExpiry ? Instant.EPOCH : Instant.now();
        return keys(visit, tokens, isStaging)
                .anyMatch(key -> Jwt.verified(token, key, now).isPresent());
    }

    private static Stream<String> keys(Visit visit, Tokens tokens, boolean isStaging) {
        if (isStaging && visit.shape().shows(Fault.SECRETS_TOKEN_KEY_RANDOM)) {
            return Stream.of(MADE_UP);
        }
        Stream<String> own = visit.variables().value(tokens.signedWith()).stream();
        if (isStaging && visit.shape().shows(SecretLookAlike.SECRETS_TOKEN_KEY_ROTATING)) {
            return Stream.concat(Stream.of(MADE_UP), own);
        }
        boolean takesStagings = visit.environment().name().equals("production")
                && visit.shape().shows(Fault.SECRETS_TOKEN_OF_SIBLING_ACCEPTED);
        return takesStagings ? Stream.concat(own, ofStaging(visit)) : own;
    }

    private static Stream<String> ofStaging(Visit visit) {
        List<Environment> environments = visit.shape().system().environments();
        return environments.stream()
                .filter(environment -> environment.name().equals("staging"))
                .flatMap(environment -> environment
                        .secretPolicy()
                        .tokens()
                        .flatMap(tokens ->
                                visit.shape().variables(environment.edge()).value(tokens.signedWith()))
                        .stream());
    }

    private static boolean isReadable(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    && JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                                    .path("exp")
                                    .asLong()
                            > Instant.now().getEpochSecond();
        } catch (IllegalArgumentException | IOException unreadable) {
            return false;
        }
    }
}
