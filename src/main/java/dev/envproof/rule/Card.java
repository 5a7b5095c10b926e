package dev.envproof.rule;

import dev.envproof.fault.Fault;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a rule is: no field but {@code unordered} has a default, so that no rule is without one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Card {
    /** {@code <family>/<healthy-state>}: the class name in kebab case behind its family. */
    String id();

    /** The healthy state as a sentence that follows the environment's name and a colon. */
    String says();

    Severity severity();

    /** The harm where it is broken. */
    String because();

    /** What to do, in the imperative. */
    String remedy();

    /** What the system or environment must declare for the rule to apply. */
    Need[] requires();

    /** The faults that this rule must find. */
    Fault[] trippedBy();

    /** Requirement ids of the systems. */
    String[] verifies();

    /** A pair rule that says the same in both directions. */
    boolean unordered() default false;
}
