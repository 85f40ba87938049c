package io.bellhop.core.plugin.load;

import org.pf4j.PluginStatusProvider;

/** Tells PF4J that whatever the bot hands it may run: the bot itself remembers what is disabled. */
final class EveryPluginEnabled implements PluginStatusProvider {
    @Override
    public boolean isPluginDisabled(String id) {
        return false;
    }

    @Override
    public void disablePlugin(String id) {
        throw new UnsupportedOperationException("the bot disables plugins, not PF4J");
    }

    @Override
    public void enablePlugin(String id) {
        throw new UnsupportedOperationException("the bot enables plugins, not PF4J");
    }
}
