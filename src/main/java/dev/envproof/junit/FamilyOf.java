package dev.envproof.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A class of tests over every subject (environment or pair) that a family of rules was judged for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}", autoCloseArguments = false, allowZeroInvocations = true)
@ArgumentsSource(Subjects.class)
@ExtendWith(AllureLabels.class)
public @interface FamilyOf {
    /** Every family. */
    String EVERY = "*";

    /** The rules' family, such as {@code cors}. */
    String value();
}
