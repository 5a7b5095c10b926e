package dev.envproof.rule.parity;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.parity.Setting;
import dev.envproof.rule.Verdict;

/** Verdicts about one setting; a value is named only where the contract lets a report show it. */
final class Settings {
    private Settings() {}

    static Verdict held(Setting setting) {
        return Verdict.held(text(setting), exchanges(setting));
    }

    static Verdict broken(String expected, Setting setting) {
        return Verdict.broken(setting.declared().name() + ": " + expected, text(setting), exchanges(setting));
    }

    static Verdict unseen(Setting setting) {
        return Verdict.inconclusive(text(setting), exchanges(setting));
    }

    static String text(Setting setting) {
        return setting.declared().name() + " of " + setting.source() + ": " + setting.says();
    }

    private static Exchange[] exchanges(Setting setting) {
        return setting.exchange().stream().toArray(Exchange[]::new);
    }
}
