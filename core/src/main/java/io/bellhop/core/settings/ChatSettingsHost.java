package io.bellhop.core.settings;

import com.google.inject.Module;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.pool.PluginPool;
import java.util.List;
import java.util.function.Consumer;

/** Where plugins get what is set for them in chat. Safe for use from any thread. */
@FunctionalInterface
public interface ChatSettingsHost {
    /**
     * Makes a plugin's settings known, and binds what its constructors may ask for.
     *
     * @param plugin the plugin's id
     * @param pool checks values, for that is the plugin's code
     * @param types its records
     * @param registrations takes the end of it
     * @return binds {@link io.bellhop.api.plugin.ChatSettings} of each record
     */
    Module module(
            String plugin, PluginPool pool, List<Class<? extends Record>> types, Consumer<Registration> registrations);
}
