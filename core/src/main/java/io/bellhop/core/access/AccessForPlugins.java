package io.bellhop.core.access;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import io.bellhop.api.access.Access;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.plugin.Registration;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** What plugins may ask for of access. */
public final class AccessForPlugins {
    private final Access access;
    private final IgnoreList ignored;
    private final AccessTable table;

    @Inject
    AccessForPlugins(Access access, IgnoreList ignored, AccessTable table) {
        this.access = access;
        this.ignored = ignored;
        this.table = table;
    }

    /**
     * Returns what one plugin's constructors may ask for.
     *
     * @param plugin the plugin's id
     * @param registrations collects what is to be cancelled when the plugin is unloaded
     * @return the bindings
     */
    public Module module(String plugin, Consumer<Registration> registrations) {
        var rules = table.forPlugin(plugin, registrations);
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(Access.class).toProvider(() -> access);
                bind(IgnoreList.class).toProvider(() -> ignored);
                bind(AccessRules.class).toProvider(() -> rules);
            }
        };
    }
}
