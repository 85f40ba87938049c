package io.bellhop.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record of settings that people change in chat, each for a channel, a space or the whole bot. The component
 * {@code maxLines} of the plugin {@code code} is set by {@code !settings set code.max-lines 20}; what nobody has set
 * stands in {@code bellhop.yaml} as {@code plugins.code.max-lines}, or is the default. Its {@link Setting} gives help
 * and default.
 *
 * <p>A component's type is a string, {@code int}, {@code long}, {@code double}, {@code boolean}, enum,
 * {@link java.time.Duration}, {@link java.net.URI}, or a list of these. A {@link Secret} is none of them: it belongs
 * into a {@link Config}. The record's own constructor may check values: the message of its
 * {@link IllegalArgumentException} is shown to whoever sets them.
 *
 * <pre>{@code
 * @Settings
 * public record Greetings(@Setting(help = "what newcomers read", orElse = "Welcome!") String text) {}
 *
 * @Inject Greeter(ChatSettings<Greetings> settings) { ... }
 *
 * settings.in(invocation.channel()).text()
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Settings {}
