package io.bellhop.core.plugin;

import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.roster.PluginStatus;
import io.bellhop.core.plugin.run.Ending;
import java.util.Optional;

/**
 * All that can be told of a plugin.
 *
 * @param status how it stands
 * @param blueprint what its JAR says
 * @param refused why what its file is now was not taken, if it runs on from an older one
 * @param pool its threads, if it runs
 * @param ending what is left of its run before, if there was one
 * @param failures how often it failed lately
 */
public record PluginReport(
        PluginStatus status,
        Blueprint blueprint,
        Optional<String> refused,
        Optional<PluginPool> pool,
        Optional<Ending> ending,
        int failures) {}
