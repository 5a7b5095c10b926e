package dev.envproof.junit;

import dev.envproof.evidence.Exchange;
import dev.envproof.report.FindingText;
import dev.envproof.suite.Finding;
import io.qameta.allure.Allure;
import io.qameta.allure.SeverityLevel;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Tells Allure the environment, which its own JUnit listener leaves out for parameterized classes. */
final class AllureLabels implements InvocationInterceptor {

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (Allure.getLifecycle().getCurrentTestCase().isEmpty()) {
            invocation.proceed(); // no report listens, so nothing may be attached to one
            return;
        }
        method.getArguments().stream()
                .filter(Presented.class::isInstance)
                .map(Presented.class::cast)
                .findFirst()
                .ifPresent(presented -> {
                    label(presented.finding());
                    presented.owner().ifPresent(owner -> Allure.label("owner", owner));
                });
        invocation.proceed();
    }

    private static void label(Finding finding) {
        String subject = finding.subject().toString();
        Allure.getLifecycle().updateTestCase(result -> {
            result.setName(FindingText.sentence(finding));
            result.setHistoryId(AllureHistory.idOf(finding));
        });
        Allure.parameter("environment", subject);
        Allure.label("environment", subject);
        Allure.label("severity", severity(finding).value());
        Allure.epic(finding.family());
        Allure.feature(finding.rule());
        Allure.story(subject);
        Allure.description(description(finding));
        Allure.addAttachment("finding", FindingText.of(finding));
        if (!finding.verdict().exchanges().isEmpty()) {
            Allure.addAttachment("evidence", FindingText.withEvidence(finding));
        }
    }

    /** Markdown; a line that is indented so far is code, whatever it holds. */
    static String description(Finding finding) {
        String again = finding.verdict().exchanges().stream()
                .findFirst()
                .map(Exchange::again)
                .filter(line -> !line.isEmpty())
                .map(line -> "\n\n    " + line)
                .orElse("");
        return finding.card().because() + "\n\n" + finding.card().remedy() + again;
    }

    private static SeverityLevel severity(Finding finding) {
        return switch (finding.card().severity()) {
            case CRITICAL -> SeverityLevel.BLOCKER;
            case HIGH -> SeverityLevel.CRITICAL;
            case MEDIUM -> SeverityLevel.NORMAL;
            case LOW -> SeverityLevel.MINOR;
        };
    }
}
