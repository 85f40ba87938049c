package io.bellhop.api.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says more of a parameter that is given by its place. A parameter without it is an argument all the same. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Arg {
    /**
     * Says what to write there.
     *
     * @return a few words
     */
    String help() default "";

    /**
     * Gives the value when nothing is written, written as a user would.
     *
     * @return the value, or nothing if the argument must be given
     */
    String[] orElse() default {};
}
