package dev.envproof.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two environments' secrets beside each other, as the rule {@code secrets/secrets-differ-between-environments} sees them
 * where one runner has both.
 *
 * @param shared each pair of variables that hold one secret
 * @param open why equality can't be ruled out
 */
public record FingerprintComparison(
        FingerprintFile one, FingerprintFile other, List<String> shared, List<String> open) {
    public FingerprintComparison {
        shared = List.copyOf(shared);
        open = List.copyOf(open);
    }

    /** @throws UnfitFingerprints where the files can't be compared with each other */
    public static List<FingerprintComparison> ofEach(List<FingerprintFile> files) {
        List<FingerprintComparison> comparisons = new ArrayList<>();
        for (int first = 0; first < files.size(); first++) {
            for (int second = first + 1; second < files.size(); second++) {
                comparisons.add(of(files.get(first), files.get(second)));
            }
        }
        return comparisons;
    }

    static FingerprintComparison of(FingerprintFile one, FingerprintFile other) {
        refuse(!one.system().equals(other.system()), one, other, "of different systems");
        refuse(one.environment().equals(other.environment()), one, other, "of one environment");
        refuse(!one.check().equals(other.check()), one, other, "made with different passphrases");
        refuse(!one.names().equals(other.names()), one, other, "made with different environments/ folders");
        List<String> shared = one.secrets().stream()
                .flatMap(mine -> other.secrets().stream()
                        .filter(same -> mine.meets(same) && !isCommon(one, mine, other, same))
                        .map(same -> mine.variable() + " of " + one.environment() + " and " + same.variable() + " of "
                                + other.environment() + " hold the same secret"))
                .toList();
        return new FingerprintComparison(
                one, other, shared, Stream.concat(open(one), open(other)).toList());
    }

    /** The same words as a run's: held, broken, inconclusive. */
    public String word() {
        if (isBroken()) {
            return "BROKEN";
        }
        return open.isEmpty() ? "HELD" : "INCONCLUSIVE";
    }

    public boolean isBroken() {
        return !shared.isEmpty();
    }

    public boolean isOpen() {
        return shared.isEmpty() && !open.isEmpty();
    }

    /** A variable that nobody declares and both deployments have belongs to neither environment. */
    private static boolean isCommon(FingerprintFile one, Held mine, FingerprintFile other, Held same) {
        Held undeclared = mine.state() == Held.State.UNDECLARED ? mine : same;
        FingerprintFile elsewhere = mine.state() == Held.State.UNDECLARED ? other : one;
        return undeclared.state() == Held.State.UNDECLARED
                && elsewhere.secrets().stream()
                        .anyMatch(it -> it.state() == Held.State.UNDECLARED
                                && it.variable().equals(undeclared.variable())
                                && it.fingerprints().equals(undeclared.fingerprints()));
    }

    private static Stream<String> open(FingerprintFile file) {
        Stream<String> nothing = file.count() > 0
                ? Stream.empty()
                : Stream.of(file.environment() + ": its file holds no secret, so that there is nothing to compare");
        Stream<String> lacking = file.notVisible().stream()
                .map(variable -> variable + " of " + file.environment()
                        + ": its runner did not have it; set it there and write the file again");
        return Stream.concat(nothing, lacking);
    }

    private static void refuse(boolean unfit, FingerprintFile one, FingerprintFile other, String seen) {
        if (unfit) {
            throw new UnfitFingerprints("fingerprints of " + one.environment() + " and of " + other.environment()
                    + ": " + seen + "; accepted: files of different environments of one system, made with one"
                    + " passphrase and the same environments/ folder");
        }
    }
}
