package io.bellhop.core.plugin;

import io.bellhop.api.chat.Capability;
import io.bellhop.core.plugin.roster.PluginStatus;
import io.bellhop.core.plugin.run.HostServices;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the plugins that run, or are about to, bring and use. Its methods return at once. */
public final class LivePlugins {
    private final Plugins plugins;
    private final Set<String> configured;

    @Inject
    LivePlugins(Plugins plugins, HostServices host) {
        this.plugins = plugins;
        this.configured = host.settings().ids();
    }

    /**
     * Returns what they use of chat platforms that has to be granted there.
     *
     * @return what any of them uses
     */
    public Set<Capability> uses() {
        return all().flatMap(plugin -> plugin.uses().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns those that are configured and bring a connector: by these people reach the bot.
     *
     * @return their ids
     */
    public List<String> connecting() {
        return all().filter(plugin -> plugin.connects() && configured.contains(plugin.id()))
                .map(PluginStatus::id)
                .toList();
    }

    private Stream<PluginStatus> all() {
        return plugins.list().stream().filter(PluginStatus::lives);
    }
}
