package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps access as long as itself. */
public final class MemoryAccessStore implements AccessStore {
    private final Set<IgnoredUser> ignored = ConcurrentHashMap.newKeySet();
    private volatile List<CommandRequirement> requirements = List.of();

    @Override
    public byte[] key() {
        return new byte[] {1};
    }

    @Override
    public List<IgnoredUser> ignored() {
        return List.copyOf(ignored);
    }

    @Override
    public void add(IgnoredUser user) {
        ignored.add(user);
    }

    @Override
    public void remove(IgnoredUser user) {
        ignored.remove(user);
    }

    @Override
    public List<CommandRequirement> requirements() {
        return requirements;
    }

    @Override
    public void replace(Collection<CommandRequirement> all) {
        requirements = List.copyOf(all);
    }
}
