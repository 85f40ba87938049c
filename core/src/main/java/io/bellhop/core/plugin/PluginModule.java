package io.bellhop.core.plugin;

import com.google.inject.AbstractModule;
import io.bellhop.core.error.Faults;

/** Plugins: what loads them, and what counts their failures. */
public final class PluginModule extends AbstractModule {
    private final PluginOptions options;

    /**
     * Makes the module. Who installs it binds {@link OwnerNotices} and the parts of
     * {@link io.bellhop.core.plugin.run.HostServices}.
     *
     * @param options where plugins live
     */
    public PluginModule(PluginOptions options) {
        this.options = options;
    }

    @Override
    protected void configure() {
        bind(PluginOptions.class).toInstance(options);
        bind(Faults.class).to(PluginFaults.class);
        bind(Plugins.class);
        bind(PluginCommands.class);
    }
}
