package io.bellhop.core.plugin.load;

import java.util.List;

/**
 * All that plugins see of the bot: the JDK and an allow-list. What the core is built on stays hidden, so that a plugin
 * can bring its own versions and nothing of the core can leak into one.
 */
final class ApiClassLoader extends ClassLoader {
    private static final List<String> SHOWN = List.of(
            "io.bellhop.api.", "org.jdbi.", "io.leangen.geantyref.", "org.slf4j.", "org.jspecify.", "jakarta.inject.");

    private final ClassLoader core = ApiClassLoader.class.getClassLoader();

    ApiClassLoader() {
        super("plugin-api", ClassLoader.getPlatformClassLoader());
    }

    static boolean shows(String className) {
        return SHOWN.stream().anyMatch(className::startsWith);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!shows(name)) {
            throw new ClassNotFoundException(name);
        }
        return core.loadClass(name);
    }
}
