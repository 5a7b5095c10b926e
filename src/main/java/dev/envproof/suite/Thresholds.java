package dev.envproof.suite;

import java.util.Optional;

/**
 * What a suite alerts about; an absent threshold alerts about nothing.
 *
 * @param requests how often each service's health is asked
 * @param down requests in a row that fail
 * @param errorRate percent of the requests; more than this is an alert
 * @param latency median in milliseconds; more than this is an alert
 * @param dependencies answers that report the same dependency as unhealthy
 */
public record Thresholds(
        int requests,
        Optional<Integer> down,
        Optional<Integer> errorRate,
        Optional<Integer> latency,
        Optional<Integer> dependencies) {}
