package io.bellhop.core.plugin.load;

import io.bellhop.core.plugin.inspect.Blueprint;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;

/**
 * Loads a plugin's classes: those of the API from the core, then its own, then the exported packages of the plugins
 * that it depends on.
 */
final class JarClassLoader extends PluginClassLoader {
    private final Map<Blueprint, ClassLoader> dependencies;

    JarClassLoader(
            Jars jars, PluginDescriptor descriptor, ClassLoader parent, Map<Blueprint, ClassLoader> dependencies) {
        super(jars, descriptor, parent);
        this.dependencies = dependencies;
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return ApiClassLoader.shows(className);
    }

    @Override
    protected @Nullable Class<?> loadClassFromDependencies(String className) {
        var packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        for (var dependency : dependencies.entrySet()) {
            if (dependency.getKey().descriptor().exports().contains(packageName)) {
                var found = load(className, dependency.getValue());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Several plugins may export parts of one package, so that not finding it here is no failure. */
    private static @Nullable Class<?> load(String className, ClassLoader dependency) {
        try {
            return dependency.loadClass(className);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Override
    protected @Nullable URL findResourceFromDependencies(String name) {
        return null;
    }

    @Override
    protected Collection<URL> findResourcesFromDependencies(String name) {
        return List.of();
    }
}
