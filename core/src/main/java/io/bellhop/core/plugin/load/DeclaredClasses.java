package io.bellhop.core.plugin.load;

import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionFinder;
import org.pf4j.ExtensionWrapper;

/**
 * Tells PF4J which classes extend the bot: those whose class files bear {@code @ChatPlugin}. Nothing is cached, and
 * nothing is loaded.
 */
final class DeclaredClasses implements ExtensionFinder {
    private final Jars jars;

    DeclaredClasses(Jars jars) {
        this.jars = jars;
    }

    @Override
    public Set<String> findClassNames(String id) {
        return jars.loaded(id)
                .map(blueprint -> Set.copyOf(blueprint.declarations().classes()))
                .orElse(Set.of());
    }

    @Override
    public <T> List<ExtensionWrapper<T>> find(Class<T> type) {
        return List.of(); // objects are found by what they declare, never by an extension point
    }

    @Override
    public <T> List<ExtensionWrapper<T>> find(Class<T> type, String id) {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes") // PF4J's signature
    public List<ExtensionWrapper> find(String id) {
        return List.of();
    }
}
