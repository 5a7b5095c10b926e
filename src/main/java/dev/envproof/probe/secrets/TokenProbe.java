package dev.envproof.probe.secrets;

import dev.envproof.environment.SecretPolicy.Tokens;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Volley;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows an environment's programs tokens of its own secret, of its siblings' and of nobody; with GET alone. */
public final class TokenProbe implements Probe<TokenProbe.Seen> {
    /** Each request is a connection of its own, so that it may reach another instance. */
    private static final int SAMPLES = 6;

    private static final int AT_ONCE = 4;
    private static final int KEY_BYTES = 48;
    private static final int NOT_FOUND = 404;
    private static final String AUTHORIZATION = "Authorization";

    /**
     * What became of the tokens.
     *
     * @param own of tokens that the environment's own secret signed; empty where this run does not see the secret
     * @param foreign of each sibling's token, by the sibling, as far as its secret is seen and another one
     * @param forged of tokens that no secret of the environment signed, or not for now
     */
    public record Seen(List<Shown> own, Map<String, Shown> foreign, List<Shown> forged)
            implements dev.envproof.probe.Seen {
        public Seen {
            own = List.copyOf(own);
            foreign = Map.copyOf(foreign);
            forged = List.copyOf(forged);
        }
    }

    /**
     * One token, and what was made of it.
     *
     * @param token what it is, in words
     * @param status 0 without an answer
     * @param doubt why the answer tells nothing about the token
     */
    public record Shown(String token, int status, Optional<String> doubt, Exchange exchange) {
        /** RFC 6750, 3.1: 401 for a token that is not valid; many answer 403. */
        public boolean isRefused() {
            return doubt.isEmpty() && (status == 401 || status == 403);
        }

        /** A subject that nobody knows (404) is looked for only once the token is believed. */
        public boolean isAccepted() {
            return doubt.isEmpty() && !isRefused();
        }
    }

    private record Question(String token, Ask ask) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return target.environment()
                .secretPolicy()
                .tokens()
                .flatMap(tokens -> target.system()
                        .routeTo(tokens.service())
                        .map(route -> look(target, lookout, tokens, route.at(target.edge(), tokens.path()))))
                .orElseGet(() -> new Seen(List.of(), Map.of(), List.of()));
    }

    private static Seen look(Target target, Lookout lookout, Tokens tokens, URI page) {
        SignedToken token = new SignedToken(tokens.subject(), Instant.now());
        Optional<String> secret = secret(target);
        List<Question> own = new ArrayList<>();
        secret.ifPresent(known -> {
            for (int i = 0; i < SAMPLES; i++) {
                own.add(question(target, page, "a token of its own secret", token.by(known)));
            }
        });
        Map<String, Question> foreign = new LinkedHashMap<>();
        for (Target sibling : lookout.siblings()) {
            secret(sibling)
                    .filter(other ->
                            secret.filter(known -> !known.equals(other)).isPresent())
                    .ifPresent(other -> foreign.put(
                            sibling.environment().name(),
                            question(
                                    target,
                                    page,
                                    "a token of " + sibling.environment().name(),
                                    token.by(other))));
        }
        List<Question> forged = new ArrayList<>(List.of(
                question(target, page, "a token of a random secret", token.by(random())),
                question(target, page, "a token without a signature", token.byNobody())));
        secret.ifPresent(known ->
                forged.add(question(target, page, "an expired token of its own secret", token.expiredBy(known))));
        return answered(target, lookout, own, foreign, forged);
    }

    private static Seen answered(
            Target target, Lookout lookout, List<Question> own, Map<String, Question> foreign, List<Question> forged) {
        List<Question> all = new ArrayList<>(own);
        all.addAll(foreign.values());
        all.addAll(forged);
        List<Ask> asks = new ArrayList<>(all.stream().map(Question::ask).toList());
        asks.add(anonymous(asks.get(0)));
        List<Reply> replies = new Volley(lookout.wire(), AT_ONCE, lookout.budget()).send(asks);
        boolean isNowhere = replies.get(all.size()) instanceof Reply.Answer answer && answer.status() == NOT_FOUND;
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            shown.add(shown(target, all.get(i).token(), replies.get(i), isNowhere));
        }
        Map<String, Shown> ofSiblings = new LinkedHashMap<>();
        int at = own.size();
        for (String sibling : foreign.keySet()) {
            ofSiblings.put(sibling, shown.get(at++));
        }
        return new Seen(shown.subList(0, own.size()), ofSiblings, shown.subList(at, shown.size()));
    }

    private static Optional<String> secret(Target target) {
        return target.environment()
                .secretPolicy()
                .tokens()
                .flatMap(tokens -> target.variables().value(tokens.signedWith()))
                .filter(secret -> !secret.isBlank());
    }

    private static Question question(Target target, URI page, String says, String token) {
        return new Question(says, Addressed.to(target, Ask.get(page)).with(AUTHORIZATION, "Bearer " + token));
    }

    private static Ask anonymous(Ask ask) {
        return new Ask(
                ask.method(),
                ask.address(),
                ask.headers().stream()
                        .filter(header -> !header.name().equals(AUTHORIZATION))
                        .toList(),
                ask.body(),
                ask.deadline());
    }

    /** @param isNowhere whether who has no token is told that there is nothing, so that 404 says nothing about tokens */
    private static Shown shown(Target target, String token, Reply reply, boolean isNowhere) {
        Optional<String> doubt = Addressed.doubt(target, reply);
        int status = reply instanceof Reply.Answer answer ? answer.status() : 0;
        boolean tellsNothing = status == 429 || status >= 500 || status >= 300 && status < 400;
        return new Shown(
                token,
                status,
                doubt.or(() -> tellsNothing ? Optional.of("HTTP " + status) : Optional.empty())
                        .or(() -> isNowhere && status == NOT_FOUND
                                ? Optional.of("HTTP 404, as without a token")
                                : Optional.empty()),
                withoutToken(reply.exchange()));
    }

    /** A token of a real secret is good for minutes: it never becomes evidence. */
    private static Exchange withoutToken(Exchange exchange) {
        return new Exchange(
                exchange.request().replaceAll("(?i)Bearer [\\w.-]+", "Bearer [withheld]"),
                exchange.answer(),
                exchange.again().replaceAll("(?i)Bearer [\\w.-]+", "Bearer [withheld]"));
    }

    private static String random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
