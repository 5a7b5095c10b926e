package dev.envproof.suite;

import dev.envproof.environment.QualifiedName;
import dev.envproof.evidence.ShownText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A broken rule that is accepted for a while.
 *
 * @param rule the rule's id
 * @param environment only there, or everywhere where it is empty; {@code event-api/staging} is one system's
 * @param other with the environment, only this pair, in the order in which the rule judges it
 * @param expires the last day on which it counts, in UTC
 */
public record Waiver(
        String rule,
        Optional<String> environment,
        Optional<String> other,
        String owner,
        String reason,
        LocalDate expires) {
    private static final int LONGEST = 1_000;

    public Waiver {
        owner = ShownText.of(owner, LONGEST);
        reason = ShownText.of(reason, LONGEST);
    }

    /** A waiver of one environment, and of every pair with it, or of all. */
    public Waiver(String rule, Optional<String> environment, String owner, String reason, LocalDate expires) {
        this(rule, environment, Optional.empty(), owner, reason, expires);
    }

    public boolean covers(String ruleId, Subject subject) {
        return rule.equals(ruleId) && coversSubject(subject);
    }

    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }

    /** The same for a run over this system alone, where its environments are called by their plain names. */
    Waiver of(String system) {
        return new Waiver(
                rule,
                environment.map(name -> plain(name, system)),
                other.map(name -> plain(name, system)),
                owner,
                reason,
                expires);
    }

    private static String plain(String name, String system) {
        QualifiedName qualified = QualifiedName.of(name);
        return qualified.system().filter(system::equals).isPresent() ? qualified.environment() : name;
    }

    /** How many days are left after today; negative once it is expired. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, expires);
    }

    /** What it covers in words: an environment, a pair, or every environment. */
    public String where() {
        return environment
                .map(name -> other.map(to -> Subject.of(name, to)).orElse(Subject.of(name)))
                .map(Subject::toString)
                .orElse("every environment");
    }

    private boolean coversSubject(Subject subject) {
        if (environment.isEmpty()) {
            return true;
        }
        QualifiedName one = QualifiedName.of(environment.get());
        boolean isFirst = one.means(subject.environment());
        return other.map(to -> isFirst
                        && subject.other().filter(QualifiedName.of(to)::means).isPresent())
                .orElseGet(() -> isFirst || subject.other().filter(one::means).isPresent());
    }
}
