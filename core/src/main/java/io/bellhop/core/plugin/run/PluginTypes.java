package io.bellhop.core.plugin.run;

import io.bellhop.core.config.KebabCase;
import io.bellhop.core.plugin.inspect.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plugin's declared types, loaded.
 *
 * @param classes what the bot makes one object of each
 * @param configurations its records of settings
 * @param chatSettings its records of what is set in chat
 * @param services handles on the services of the plugins that it depends on
 */
record PluginTypes(
        List<Class<?>> classes,
        List<Class<? extends Record>> configurations,
        List<Class<? extends Record>> chatSettings,
        Map<Class<?>, Object> services) {

    static PluginTypes load(Declarations declarations, ClassLoader loader, List<PluginRuntime> dependencies)
            throws ClassNotFoundException {
        var classes = new ArrayList<Class<?>>();
        for (var name : declarations.classes()) {
            classes.add(loader.loadClass(name));
        }
        var configurations = records(declarations.configurations(), loader);
        var chatSettings = records(declarations.chatSettings(), loader);
        var services = new LinkedHashMap<Class<?>, Object>();
        for (var dependency : dependencies) {
            services.putAll(dependency.services());
        }
        return new PluginTypes(classes, configurations, chatSettings, services);
    }

    /** Returns the keys of what is set in chat, which stand in the configuration as well. */
    Set<String> chatKeys() {
        return chatSettings.stream()
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(component -> KebabCase.of(component.getName()))
                .collect(Collectors.toSet());
    }

    private static List<Class<? extends Record>> records(List<String> names, ClassLoader loader)
            throws ClassNotFoundException {
        var records = new ArrayList<Class<? extends Record>>();
        for (var name : names) {
            records.add(loader.loadClass(name).asSubclass(Record.class));
        }
        return records;
    }
}
