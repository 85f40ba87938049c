package io.bellhop.api.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link io.bellhop.api.plugin.ChatPlugin} class that gets every event of its one parameter's type.
 * It runs on the plugin's own pool, under a deadline of 30 seconds; what it throws is logged and counts against the
 * plugin's failure budget.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subscribe {
    /**
     * Declares the order that this subscriber needs.
     *
     * @return the order; none by default, which is the fastest
     */
    Order order() default Order.NONE;
}
