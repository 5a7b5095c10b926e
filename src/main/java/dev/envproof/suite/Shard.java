package dev.envproof.suite;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.rule.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of several parts of a suite that run on machines of their own. Each rule's verdict on each subject is in exactly
 * one of them, told by a hash of both names: neither an order nor what else there is moves it.
 *
 * @param index from 1
 * @param of how many there are
 */
public record Shard(int index, int of) {
    /** The one part of a suite that is not split. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MOST = 1_000;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    /** @throws UnknownName for anything else than {@code 2/4} */
    public static Shard named(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
            if (shard.index >= 1 && shard.index <= shard.of && shard.of <= MOST) {
                return shard;
            }
        }
        throw new UnknownName("-Dshard=" + KeyPath.shown(text)
                + ": no shard; accepted: as 2/4, the second of four, counted from 1, at most " + MOST);
    }

    public boolean isWhole() {
        return of == 1;
    }

    /** Whether this part does what one part alone has to do. */
    public boolean isFirst() {
        return index == 1;
    }

    /** Whether this part has the rule's verdict on the subject. */
    public boolean has(Rule<?> rule, Subject subject) {
        return isWhole() || Integer.remainderUnsigned(hash(rule, subject), of) == index - 1;
    }

    private static int hash(Rule<?> rule, Subject subject) {
        try {
            byte[] key = key(rule, subject).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getInt();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    /** All that disturbs a target is one shard's, which does it one by one: two shards would disturb each other. */
    private static String key(Rule<?> rule, Subject subject) {
        Class<?> seen = SeenType.of(rule);
        if (Probes.all().stream().anyMatch(probe -> probe.disturbs() && probe.sees() == seen)) {
            return "disturbs";
        }
        Stream<String> names = Stream.concat(Stream.of(subject.environment()), subject.other().stream());
        return rule.card().id() + " "
                + (rule.card().unordered() ? names.sorted() : names).collect(Collectors.joining(" "));
    }

    /** As {@code -Dshard} takes it. */
    @Override
    public String toString() {
        return index + "/" + of;
    }
}
