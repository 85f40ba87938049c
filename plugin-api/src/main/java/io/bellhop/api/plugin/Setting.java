package io.bellhop.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says more of a component of a {@link Config} or {@link Settings} record. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /**
     * Says what the setting does, in a sentence that is shown to whoever sets it.
     *
     * @return the sentence
     */
    String help() default "";

    /**
     * Gives the value when nothing is set, written as in the configuration file; more than one for a list.
     *
     * @return the value, or nothing if it must be set
     */
    String[] orElse() default {};
}
