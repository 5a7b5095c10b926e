package dev.envproof.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A rule whose verdict differs between two runs or two environments.
 *
 * @param before its verdict there; empty where it was not judged
 * @param after its verdict here; empty where it was not judged
 */
record Difference(String rule, String subject, Optional<String> before, Optional<String> after, String detail) {
    private static final String NONE = "not judged";

    /** What kind of difference it is. */
    enum Kind {
        NEWLY_BROKEN("newlyBroken", "newly broken"),
        NEWLY_INCONCLUSIVE("newlyInconclusive", "newly inconclusive"),
        NEWLY_WAIVED("newlyWaived", "newly waived"),
        MENDED("mended", "mended"),
        APPEARED("appeared", "appeared"),
        GONE("gone", "gone");

        private final String key;
        private final String says;

        Kind(String key, String says) {
            this.key = key;
            this.says = says;
        }

        String key() {
            return key;
        }

        String says() {
            return says;
        }
    }

    Kind kind() {
        if (before.isEmpty()) {
            return Kind.APPEARED;
        }
        return after.map(verdict -> switch (verdict) {
                    case "broken" -> Kind.NEWLY_BROKEN;
                    case "inconclusive" -> Kind.NEWLY_INCONCLUSIVE;
                    case "waived" -> Kind.NEWLY_WAIVED;
                    default -> Kind.MENDED;
                })
                .orElse(Kind.GONE);
    }

    /** By itself; a rule that is gone may not have been meant for here. */
    boolean isWorse() {
        return switch (kind()) {
            case NEWLY_BROKEN, NEWLY_INCONCLUSIVE -> true;
            case APPEARED ->
                after.filter(verdict -> verdict.equals("broken") || verdict.equals("inconclusive"))
                        .isPresent();
            case NEWLY_WAIVED, MENDED, GONE -> false;
        };
    }

    String text() {
        return subject + ": " + rule + ": " + before.orElse(NONE) + " -> " + after.orElse(NONE)
                + (detail.isEmpty() ? "" : ": " + detail);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", rule);
        tree.put("subject", subject);
        tree.put("before", before.orElse(NONE));
        tree.put("after", after.orElse(NONE));
        tree.put("detail", detail);
        return tree;
    }
}
