package io.bellhop.core.plugin.run;

import io.bellhop.core.plugin.inspect.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin's declared types, loaded.
 *
 * @param classes what the bot makes one object of each
 * @param configurations its records of settings
 * @param services handles on the services of the plugins that it depends on
 */
record PluginTypes(
        List<Class<?>> classes, List<Class<? extends Record>> configurations, Map<Class<?>, Object> services) {

    static PluginTypes load(Declarations declarations, ClassLoader loader, List<PluginRuntime> dependencies)
            throws ClassNotFoundException {
        var classes = new ArrayList<Class<?>>();
        for (var name : declarations.classes()) {
            classes.add(loader.loadClass(name));
        }
        var configurations = new ArrayList<Class<? extends Record>>();
        for (var name : declarations.configurations()) {
            configurations.add(loader.loadClass(name).asSubclass(Record.class));
        }
        var services = new LinkedHashMap<Class<?>, Object>();
        for (var dependency : dependencies) {
            services.putAll(dependency.services());
        }
        return new PluginTypes(classes, configurations, services);
    }
}
