package io.bellhop.api.command;

import io.bellhop.api.access.Rank;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a method of a {@link io.bellhop.api.plugin.ChatPlugin} class as a command. Its parameters are the command's
 * arguments, in their order; its return value is the reply.
 *
 * <p>A parameter's type is {@code String}, {@code int}, {@code long}, {@code double}, {@code boolean},
 * {@link java.time.Duration}, {@link io.bellhop.api.chat.User}, {@link io.bellhop.api.chat.Channel}, an enum,
 * {@link CodeBlock}, {@link io.bellhop.api.chat.Attachment}, a type of the author's own with a static method
 * {@code parse}, {@code of} or {@code valueOf} that takes one string (the message of its
 * {@link IllegalArgumentException} is shown to the user), a {@link java.util.List} of these, or an
 * {@link java.util.Optional} of these. {@link Invocation} is handed in and is no argument. A list takes what is left
 * and may be empty.
 *
 * <p>The method returns nothing, a {@code String} (shown literally), a {@link io.bellhop.api.chat.Text}, a
 * {@link io.bellhop.api.chat.Card}, a {@link io.bellhop.api.chat.Content}, or a
 * {@link java.util.concurrent.CompletionStage} of these, which is the reply that comes later.
 *
 * <p>It runs on the plugin's pool, beside other invocations. One user's invocations of one command in one channel run
 * in order.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {
    /**
     * Names the command, in lower case. A sub-command is several words, such as {@code plugin list}.
     *
     * @return the name
     */
    String name();

    /**
     * Lists other names for it.
     *
     * @return the names, of as many words as they like
     */
    String[] aliases() default {};

    /**
     * Says what the command does, in one sentence.
     *
     * @return the sentence
     */
    String help();

    /**
     * Gives the least rank that may run it. A space can require another at run time.
     *
     * @return the rank; everyone by default
     */
    int rank() default Rank.EVERYONE;

    /**
     * Says who sees the reply.
     *
     * @return the visibility; the channel by default
     */
    Visibility visibility() default Visibility.CHANNEL;

    /**
     * Gives the least time between two invocations by one user in one channel.
     *
     * @return a duration such as {@code 5s}; none by default
     */
    String cooldown() default "";

    /**
     * Gives the time after which the method is interrupted and the user told so.
     *
     * @return a duration such as {@code 2m}
     */
    String deadline() default "30s";

    /**
     * Declares that the command changes nothing, so that running it twice does no harm.
     *
     * @return true if it may run again after a crash or an edit
     */
    boolean repeatable() default false;

    /**
     * Declares that the command runs again when its message is edited, though running it twice is not the same as
     * running it once; its answer is then changed in place. A repeatable one does so anyway.
     *
     * @return true if whoever edits wants it to run again
     */
    boolean rerunOnEdit() default false;

    /**
     * Declares that no list of what people can ask for shows the command: not help's, not completion's, not the
     * platform's own. It runs as any other, and owners see it among all that its plugin brings; for one that is only
     * picked under an answer, or that an answer tells of where it is of use.
     *
     * @return true if people need not find it
     */
    boolean hidden() default false;
}
