package dev.envproof.rule.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.probe.routing.HeaderCase.Kind;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.RoutingWorld;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule over the truth table of the routing header, against each way of getting it wrong. */
class HeaderTableRulesTest {
    private static final List<Rule.OfEnvironment<IdentityProbe.Seen>> RULES = List.of(
            new AnswerHeaderTellsTheTruth(),
            new DuplicateLinesGetOneAnswer(),
            new EveryServiceFollowsTheHeader(),
            new EveryValueIsKnownAtEveryEdge(),
            new HeaderReachesItsEnvironment(),
            new HeaderlessRequestReachesTheDefault(),
            new LetterCaseDoesNotMatter(),
            new StatelessServiceAnswersAlike(),
            new UnknownValueGetsTheDeclaredAnswer());

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("the edge drops it", "header-reaches-its-environment staging", led(publicEdge(), "production")),
                fault(
                        "one location drops it",
                        "header-reaches-its-environment staging",
                        led(publicEdge().and(of("job-matcher")), "production")),
                fault(
                        "the edge leads to a store that nobody declares",
                        "header-reaches-its-environment staging",
                        reaching(publicEdge().and(kind(Kind.VALUE)).and(names("staging")), new Reached.Stranger())),
                fault(
                        "the local edge drops it",
                        "every-value-is-known-at-every-edge development",
                        led(place("local/"), "development")),
                fault(
                        "unknown values reach a third environment",
                        "unknown-value-gets-the-declared-answer production",
                        led(shared().and(kind(Kind.UNKNOWN, Kind.EMPTY)), "development")),
                fault(
                        "unknown values crash a service",
                        "unknown-value-gets-the-declared-answer production",
                        reaching(publicEdge().and(kind(Kind.UNKNOWN)), new Reached.Failed(500))),
                fault(
                        "a control byte is cut off",
                        "unknown-value-gets-the-declared-answer production",
                        led(publicEdge().and(kind(Kind.CONTROL)), "staging")),
                fault(
                        "the public default is development",
                        "headerless-request-reaches-the-default production",
                        led(shared().and(kind(Kind.ABSENT, Kind.UNKNOWN, Kind.EMPTY)), "development")),
                fault(
                        "a service is hard-wired",
                        "every-service-follows-the-header staging",
                        led(shared().and(of("job-extractor")), "production")),
                fault(
                        "a service keeps its first client, which was staging's",
                        "every-service-follows-the-header production",
                        led(shared().and(of("job-extractor")), "staging")),
                fault(
                        "two lines reach a third environment",
                        "duplicate-lines-get-one-answer production",
                        led(publicEdge().and(kind(Kind.CONFLICTING, Kind.SAME_TWICE)), "development")),
                fault(
                        "the same value twice falls to the default",
                        "duplicate-lines-get-one-answer production",
                        led(publicEdge().and(kind(Kind.SAME_TWICE)), "production")),
                fault(
                        "the last line wins",
                        "duplicate-lines-get-one-answer production",
                        led(publicEdge().and(kind(Kind.CONFLICTING)), "staging")),
                fault(
                        "letter case matters",
                        "letter-case-does-not-matter staging",
                        led(publicEdge().and(kind(Kind.LETTER_CASE)), "production")),
                fault(
                        "the answer's header is a constant",
                        "answer-header-tells-the-truth staging",
                        changed(publicEdge(), sighting -> answeredBy(sighting, List.of("production")))),
                fault(
                        "the answer has no header",
                        "answer-header-tells-the-truth staging",
                        changed(publicEdge().and(names("staging")), sighting -> answeredBy(sighting, List.of()))),
                fault(
                        "the answer names two environments",
                        "answer-header-tells-the-truth staging",
                        changed(
                                publicEdge().and(names("staging")),
                                sighting -> answeredBy(sighting, List.of("staging", "production")))),
                fault(
                        "the stateless service varies",
                        "stateless-service-answers-alike production",
                        changed(publicEdge().and(of("job-enricher")), sighting -> content(sighting))));
    }

    static Stream<Arguments> lookAlikes() {
        return Stream.of(
                lookAlike("nothing differs", RoutingWorld.healthy()),
                lookAlike(
                        "unknown values are refused, as declared",
                        RoutingWorld.declaring(Map.of("system.routing-header.unknown-value", "refused"))
                                .with(reaching(
                                        kind(
                                                Kind.UNKNOWN,
                                                Kind.EMPTY,
                                                Kind.CONFLICTING,
                                                Kind.LIST,
                                                Kind.LONG,
                                                Kind.CONTROL),
                                        new Reached.Refused(400)))),
                lookAlike(
                        "a server refuses what HTTP does not allow",
                        RoutingWorld.healthy()
                                .with(reaching(kind(Kind.LONG), new Reached.Refused(431)))
                                .with(reaching(kind(Kind.CONTROL, Kind.CONFLICTING), new Reached.Refused(400)))),
                lookAlike(
                        "the answer uses an alias",
                        RoutingWorld.healthy()
                                .with(changed(names("production"), it -> answeredBy(it, List.of("prod"))))),
                lookAlike(
                        "a padded value counts as unknown",
                        RoutingWorld.healthy().with(led(publicEdge().and(kind(Kind.PADDED)), "production"))),
                lookAlike(
                        "a run of each edge's default alone sees no access key",
                        RoutingWorld.healthy()
                                .choosing("production", "development")
                                .with(reaching(
                                        publicEdge().and(names("staging")).and(kind(Kind.CONFLICTING, Kind.LIST)),
                                        new Reached.Refused(403)))),
                lookAlike("the run reaches no sibling", RoutingWorld.healthy().choosing()),
                lookAlike(
                        "the public edge refuses development",
                        RoutingWorld.healthy()
                                .with(reaching(publicEdge().and(names("development")), new Reached.Refused(403)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void one_rule_alone_breaks_where(String what, String expected, UnaryOperator<Sighting> change) {
        Map<String, Verdict> verdicts = verdicts(RoutingWorld.healthy().with(change));
        assertThat(keysOf(verdicts, Verdict.Broken.class)).containsExactly("routing/" + expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookAlikes")
    void every_rule_holds_where(String what, RoutingWorld world) {
        assertThat(verdicts(world))
                .allSatisfy((rule, verdict) -> assertThat(verdict).as(rule).isInstanceOf(Verdict.Held.class));
    }

    @Test
    void an_answer_that_changes_from_one_moment_to_the_next_is_no_verdict_about_routing() {
        Reached flapping = new Reached.Several(Set.of("staging", "production"));
        Map<String, Verdict> verdicts =
                verdicts(RoutingWorld.healthy().with(reaching(publicEdge().and(of("job-matcher")), flapping)));
        assertThat(keysOf(verdicts, Verdict.Broken.class)).isEmpty();
        assertThat(verdicts.get("routing/header-reaches-its-environment staging"))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void an_edge_that_does_not_answer_proves_nothing() {
        Map<String, Verdict> verdicts =
                verdicts(RoutingWorld.healthy().with(reaching(any -> true, new Reached.Unproven("CONNECT: refused"))));
        assertThat(keysOf(verdicts, Verdict.Broken.class)).isEmpty();
        assertThat(verdicts.get("routing/header-reaches-its-environment staging"))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.why()).contains("CONNECT: refused"));
    }

    @Test
    void an_edge_that_refuses_everything_is_no_proof_that_values_are_known() {
        for (Reached refused : List.of(new Reached.Refused(401), new Reached.Failed(503))) {
            Map<String, Verdict> verdicts = verdicts(RoutingWorld.healthy().with(reaching(any -> true, refused)));
            assertThat(verdicts.get("routing/every-value-is-known-at-every-edge production"))
                    .isInstanceOf(Verdict.Inconclusive.class);
        }
    }

    @Test
    void where_no_other_edge_is_reached_the_edges_own_value_must_arrive() {
        Map<String, Verdict> verdicts =
                verdicts(RoutingWorld.healthy().choosing().with(reaching(any -> true, new Reached.Failed(503))));
        assertThat(verdicts.get("routing/every-value-is-known-at-every-edge production"))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Map<String, Verdict> verdicts(RoutingWorld world) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Environment environment : world.system().environments()) {
            IdentityProbe.Seen seen = world.seenOf(environment.name());
            boolean isDefault = world.defaultOf(environment.edge()).equals(environment.name());
            for (Rule.OfEnvironment<IdentityProbe.Seen> rule : RULES) {
                boolean isAboutTheDefault = List.of(rule.card().requires()).contains(Need.EDGE_DEFAULT);
                if (isDefault || !isAboutTheDefault) {
                    verdicts.put(
                            rule.card().id() + " " + environment.name(), rule.judge(world.system(), environment, seen));
                }
            }
        }
        return verdicts;
    }

    private static Set<String> keysOf(Map<String, Verdict> verdicts, Class<? extends Verdict> kind) {
        Set<String> keys = new TreeSet<>(verdicts.keySet());
        keys.removeIf(key -> !kind.isInstance(verdicts.get(key)));
        return keys;
    }

    private static Arguments fault(String what, String expected, UnaryOperator<Sighting> change) {
        return Arguments.of(what, expected, change);
    }

    private static Arguments lookAlike(String what, RoutingWorld world) {
        return Arguments.of(what, world);
    }

    private static Predicate<Sighting> place(String start) {
        return sighting -> sighting.place().startsWith(start);
    }

    private static Predicate<Sighting> publicEdge() {
        return place("public/");
    }

    /** The public edge and the services behind it. */
    private static Predicate<Sighting> shared() {
        return place("public");
    }

    private static Predicate<Sighting> of(String service) {
        return sighting -> sighting.service().equals(service);
    }

    private static Predicate<Sighting> kind(Kind... kinds) {
        return sighting -> List.of(kinds).contains(sighting.asked().kind());
    }

    private static Predicate<Sighting> names(String environment) {
        return sighting -> sighting.asked().names().contains(environment);
    }

    private static UnaryOperator<Sighting> led(Predicate<Sighting> which, String environment) {
        return reaching(which, new Reached.One(environment));
    }

    private static UnaryOperator<Sighting> reaching(Predicate<Sighting> which, Reached reached) {
        return changed(which.and(Sighting::hasStore), sighting -> sighting.ledTo(reached));
    }

    private static UnaryOperator<Sighting> changed(Predicate<Sighting> which, UnaryOperator<Sighting> change) {
        return sighting -> which.test(sighting) ? change.apply(sighting) : sighting;
    }

    private static Sighting answeredBy(Sighting it, List<String> names) {
        return new Sighting(
                it.place(),
                it.service(),
                it.hasStore(),
                it.asked(),
                it.reached(),
                names,
                it.mentions(),
                it.content(),
                it.exchange());
    }

    private static Sighting content(Sighting it) {
        return new Sighting(
                it.place(),
                it.service(),
                it.hasStore(),
                it.asked(),
                it.reached(),
                it.answeredBy(),
                it.mentions(),
                Map.of("/model", it.asked().says()),
                it.exchange());
    }
}
