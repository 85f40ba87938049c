package io.bellhop.core.plugin.inspect;

import io.bellhop.api.plugin.PluginDescription;
import java.util.List;
import java.util.Set;

/**
 * What a JAR's manifest says, checked.
 *
 * @param id names the plugin
 * @param version its semantic version
 * @param description what it is for, perhaps empty
 * @param requires the range of API versions that it runs with
 * @param dependencies the plugins that it needs
 * @param exports the packages that dependent plugins may see
 */
public record Descriptor(
        String id,
        String version,
        String description,
        String requires,
        List<Dependency> dependencies,
        Set<String> exports)
        implements PluginDescription {

    /** Keeps own copies of the collections. */
    public Descriptor {
        dependencies = List.copyOf(dependencies);
        exports = Set.copyOf(exports);
    }
}
