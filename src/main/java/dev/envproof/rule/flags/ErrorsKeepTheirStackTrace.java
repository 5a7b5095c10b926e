package dev.envproof.rule.flags;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.flags.ExposureProbe;
import dev.envproof.probe.flags.RouteExposure;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

@Card(
        id = "flags/errors-keep-their-stack-trace",
        says = "an error does not tell how the service is built",
        severity = Severity.MEDIUM,
        because = "a stack trace tells strangers paths, versions and where to push",
        remedy = "answer errors with a request id, and log the trace",
        requires = {},
        trippedBy = Fault.FLAGS_STACK_TRACE,
        verifies = {"JP-17", "EA-10"})
public final class ErrorsKeepTheirStackTrace implements Rule.OfEnvironment<ExposureProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, ExposureProbe.Seen seen) {
        return Verdict.all(
                seen.routes().stream().map(ErrorsKeepTheirStackTrace::judge).toList());
    }

    private static Verdict judge(RouteExposure route) {
        List<Answer> answers = route.answers().toList();
        for (Answer answer : answers) {
            Optional<String> runtime = StackTrace.in(answer.body());
            if (runtime.isPresent()) {
                String saw = "a %s stack trace in an answer %d of %s"
                        .formatted(runtime.get(), answer.status(), route.path());
                return Verdict.broken("no stack trace", saw, answer.exchange());
            }
        }
        if (route.doubt().isPresent()) {
            return Verdict.inconclusive(route.path() + ": " + route.doubt().get());
        }
        return errors(route, answers)
                .map(error -> Verdict.held("errors without stack trace", error.exchange()))
                .orElseGet(() -> Verdict.inconclusive(route.path() + ": no request made the service fail"));
    }

    private static Optional<Answer> errors(RouteExposure route, List<Answer> answers) {
        List<Reply> provoked = route.errors();
        return answers.stream()
                .filter(answer -> answer.status() >= 400)
                .filter(answer -> provoked.contains(answer) || answer.equals(route.nowhere()))
                .findFirst();
    }
}
