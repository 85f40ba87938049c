package io.bellhop.core.plugin.load;

import io.bellhop.core.plugin.inspect.Blueprint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pf4j.AbstractPluginManager;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.VersionManager;

/**
 * PF4J, given the bot's own parts: descriptors come from blueprints, files from the bot's copies, and what a plugin's
 * classes are made into is not its affair. Not safe for use from several threads.
 */
public final class Jars extends AbstractPluginManager {
    private final Map<Path, Blueprint> blueprints;
    private final ClassLoader api;

    /** Makes it, nothing loaded. */
    public Jars() {
        blueprints = new HashMap<>(); // before super(), which calls the methods below
        api = new ApiClassLoader();
        super(List.of(Path.of("")));
    }

    /**
     * Loads a plugin whose dependencies are loaded. Leaves nothing if it fails.
     *
     * @param blueprint the plugin
     * @return what loads its classes
     */
    public ClassLoader open(Blueprint blueprint) {
        blueprints.put(blueprint.copy(), blueprint);
        boolean opened = false;
        try {
            loadPlugin(blueprint.copy());
            startPlugin(blueprint.id());
            var loader = getPluginClassLoader(blueprint.id());
            opened = true;
            return loader;
        } finally {
            if (!opened) {
                close(blueprint);
            }
        }
    }

    /**
     * Unloads a plugin that no other depends on any more.
     *
     * @param blueprint the plugin
     */
    public void close(Blueprint blueprint) {
        try {
            if (getPlugin(blueprint.id()) != null) {
                unloadPlugin(blueprint.id());
            }
        } finally {
            blueprints.remove(blueprint.copy());
        }
    }

    Optional<Blueprint> loaded(String id) {
        return blueprints.values().stream()
                .filter(blueprint -> blueprint.id().equals(id))
                .findAny();
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PluginDescriptorFinder() {
            @Override
            public boolean isApplicable(Path copy) {
                return blueprints.containsKey(copy);
            }

            @Override
            public PluginDescriptor find(Path copy) {
                return descriptor(blueprint(copy));
            }
        };
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path copy) {
                return blueprints.containsKey(copy);
            }

            @Override
            public ClassLoader loadPlugin(Path copy, PluginDescriptor descriptor) {
                var loader = new JarClassLoader(Jars.this, descriptor, api, dependencies(blueprint(copy)));
                loader.addFile(copy.toFile());
                return loader;
            }
        };
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new DeclaredClasses(this);
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return wrapper -> new Plugin();
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new ExtensionFactory() {
            @Override
            public <T> T create(Class<T> type) {
                throw new UnsupportedOperationException("a plugin's objects are made by its own injector");
            }
        };
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new PluginRepository() {
            @Override
            public List<Path> getPluginPaths() {
                return List.copyOf(blueprints.keySet());
            }

            @Override
            public boolean deletePluginPath(Path copy) {
                return false; // files are the owner's, copies the inspector's
            }
        };
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new EveryPluginEnabled();
    }

    @Override
    protected VersionManager createVersionManager() {
        return new DefaultVersionManager();
    }

    private Blueprint blueprint(Path copy) {
        return Optional.ofNullable(blueprints.get(copy)).orElseThrow();
    }

    private Map<Blueprint, ClassLoader> dependencies(Blueprint blueprint) {
        var loaders = new LinkedHashMap<Blueprint, ClassLoader>();
        for (var dependency : blueprint.descriptor().dependencies()) {
            loaded(dependency.id()).ifPresent(found -> loaders.put(found, getPluginClassLoader(found.id())));
        }
        return loaders;
    }

    private static PluginDescriptor descriptor(Blueprint blueprint) {
        var from = blueprint.descriptor();
        var descriptor = new DefaultPluginDescriptor(
                from.id(), from.description(), Plugin.class.getName(), from.version(), from.requires(), "", "");
        from.dependencies().forEach(needed -> descriptor.addDependency(new PluginDependency(needed.toString())));
        return descriptor;
    }
}
