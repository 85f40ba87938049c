package io.bellhop.api.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method of a {@link io.bellhop.api.plugin.ChatPlugin} class complete an argument while it is typed, where a
 * platform can show that. The class need not be the one that declares the command.
 *
 * <p>It returns a {@link java.util.List} of strings, each a whole value as a user would write it. It takes any of a
 * {@code String} (what is typed yet, perhaps nothing), a {@link io.bellhop.api.chat.User} (who types) and a
 * {@link io.bellhop.api.chat.Channel} (where), each at most once. Of what it returns the first 25 are shown that begin
 * with what is typed, then those that contain it; so it may leave the typed text alone unless there is very much to
 * choose from.
 *
 * <p>It runs on the plugin's pool, often and beside others, for 2 seconds at most; when it takes longer or throws,
 * nothing is suggested. It is not asked for someone who may not run the command.
 *
 * <pre>{@code
 * @Suggests(command = "script run", parameter = "name")
 * List<String> names(User user) { ... }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Suggests {
    /**
     * Names the commands that have the parameter, without their aliases.
     *
     * @return the names, of commands of the same plugin
     */
    String[] command();

    /**
     * Names the parameter that is completed.
     *
     * @return its name in kebab case
     */
    String parameter();
}
