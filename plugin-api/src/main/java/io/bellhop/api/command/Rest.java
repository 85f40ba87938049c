package io.bellhop.api.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the last parameter as all that is left of the line: a {@code String} gets it exactly as it was written, a list
 * of strings gets its words. Nothing in it is taken for a flag, so that flags stand before the first argument.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rest {
    /**
     * Says what to write there.
     *
     * @return a few words
     */
    String help() default "";
}
