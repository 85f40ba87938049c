package io.bellhop.api.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that is given by its name: {@code -game 4}, {@code --game 4} or {@code --game=4}. A {@code boolean}
 * is true when its flag is there. A list takes the values up to the next flag or {@code --}.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Flag {
    /**
     * Says what the flag does.
     *
     * @return a few words
     */
    String help() default "";

    /**
     * Gives the value when the flag is not there, written as a user would.
     *
     * @return the value, or nothing if the flag must be given (unless it is a boolean, a list or an optional)
     */
    String[] orElse() default {};

    /**
     * Lists other names for the flag.
     *
     * @return the names, without dashes
     */
    String[] aliases() default {};

    /**
     * Bounds how many values a list takes, so that what follows is not swallowed.
     *
     * @return the most values; 0 for no bound
     */
    int most() default 0;
}
