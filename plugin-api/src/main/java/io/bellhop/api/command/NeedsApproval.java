package io.bellhop.api.command;

import io.bellhop.api.access.Rank;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a {@link Command} run only when others have approved of it. What they approve is exactly what was written,
 * checked already as arguments; nobody approves of what they asked for themselves. A space can require more at run
 * time, and no less.
 *
 * <pre>{@code
 * @Command(name = "drop", help = "Deletes a table.", rank = Rank.ADMIN)
 * @NeedsApproval(count = 2, rank = Rank.ADMIN)
 * String drop(String table) { ... }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsApproval {
    /**
     * Says how many people must approve.
     *
     * @return the count, at least 1
     */
    int count() default 1;

    /**
     * Gives the least rank of those who count.
     *
     * @return the rank
     */
    int rank() default Rank.MODERATOR;

    /**
     * Says how long approvals are waited for.
     *
     * @return a duration such as {@code 1h}
     */
    String within() default "24h";
}
