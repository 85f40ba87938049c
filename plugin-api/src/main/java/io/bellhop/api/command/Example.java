package io.bellhop.api.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An example of a command, shown in its help and tried by the test kit: parsed always, run if it states its reply. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Example.List.class)
public @interface Example {
    /**
     * Gives the line without a prefix, such as {@code roll 2d6}. Further lines may hold code blocks.
     *
     * @return the line
     */
    String value();

    /**
     * Gives the reply that this example gets, as plain text.
     *
     * @return the reply, or an empty string if it differs from time to time
     */
    String replies() default "";

    /** Holds several examples. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /**
         * Holds the examples.
         *
         * @return the examples
         */
        Example[] value();
    }
}
