package dev.envproof.suite;

import java.util.Optional;

/**
 * Where a suite's notifications go: names of the variables that hold the addresses, which are secrets.
 *
 * @param slack a webhook that takes what Slack's incoming webhooks take
 * @param webhook one that takes this project's own JSON
 */
public record Channels(Optional<String> slack, Optional<String> webhook) {
    public static final Channels NONE = new Channels(Optional.empty(), Optional.empty());
}
