package io.bellhop.api.plugin;

import io.bellhop.api.chat.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that Bellhop makes one object of when its JAR is loaded. Its methods that bear
 * {@link io.bellhop.api.command.Command} are commands, those that bear {@link io.bellhop.api.event.Subscribe} hear
 * events. A class that implements {@link Lifecycle} is started and stopped, one that implements
 * {@link io.bellhop.api.chat.Connector} adds a platform, one that implements {@link io.bellhop.api.command.Middleware}
 * stands around every invocation, and one that implements an interface marked {@link Service} publishes it to dependent
 * plugins.
 *
 * <p>Its constructor, marked {@link jakarta.inject.Inject} if it has parameters, may ask for:
 *
 * <ul>
 *   <li>{@link io.bellhop.api.event.Broker}, {@link io.bellhop.api.chat.Connectors},
 *       {@link io.bellhop.api.command.Commands}, {@link io.bellhop.api.command.Aliases}, {@link Scheduler};
 *   <li>{@link io.bellhop.api.access.Access}, {@link io.bellhop.api.access.IgnoreList},
 *       {@link io.bellhop.api.access.AccessRules};
 *   <li>{@link io.bellhop.api.storage.KeyValue}: a store of its own for values by name;
 *   <li>{@link org.jdbi.v3.core.Jdbi}: a database of its own, whose tables come from the numbered migrations in its
 *       JAR, such as {@code db/migration/V1__create_tables.sql}, before any of its objects is made;
 *   <li>{@link java.time.Clock}, {@link java.util.random.RandomGenerator}, and {@link java.util.concurrent.Executor},
 *       which is the plugin's own pool;
 *   <li>{@link PluginDescription}: who it is;
 *   <li>a record marked {@link Config}: its section of the configuration;
 *   <li>{@link ChatSettings} of a record marked {@link Settings}: what people set in chat;
 *   <li>an interface marked {@link Service} of a plugin that it depends on;
 *   <li>any class of its own that can be made in this way.
 * </ul>
 *
 * <p>Its methods are called on threads of the plugin's pool, many at a time: the class is safe for use by several
 * threads.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChatPlugin {
    /**
     * Names what the plugin does on chat platforms that has to be granted there beside speaking: beginning threads and
     * reacting. A bot asks for no more than the plugins that are loaded name, and says where it lacks something of it.
     *
     * @return the capabilities that it uses; naming one that needs no grant changes nothing
     */
    Capability[] uses() default {};
}
