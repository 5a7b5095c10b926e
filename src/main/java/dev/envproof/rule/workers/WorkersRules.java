package dev.envproof.rule.workers;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code workers}; a new one is one more line here. */
public final class WorkersRules {
    private WorkersRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new BrokerAndResultsAreAsDeclared(),
                new EveryQueueIsConsumed(),
                new JobCarriesItsEnvironment(),
                new JobsStayInTheirEnvironment(),
                new LongJobBlocksNobody(),
                new QueuedJobsAreDone(),
                new ResultsStayInTheirEnvironment(),
                new RowsLandInTheirEnvironment(),
                new SchedulerTicksOncePerPeriod(),
                new WorkerAgreesWithItsService());
    }
}
