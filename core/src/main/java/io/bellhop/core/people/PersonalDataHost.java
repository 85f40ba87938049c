package io.bellhop.core.people;

import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.pool.PluginPool;
import java.util.List;

/** Where plugins are known for what they may keep about people. Safe for use from any thread. */
@FunctionalInterface
public interface PersonalDataHost {
    /**
     * Takes note of a plugin that runs from now on, and lets it forget those who asked for that while it was away.
     *
     * @param plugin its id
     * @param pool its threads
     * @param instances its objects, of which those that implement {@link io.bellhop.api.storage.PersonalData} are asked
     * @return ends that
     */
    Registration add(String plugin, PluginPool pool, List<Object> instances);
}
