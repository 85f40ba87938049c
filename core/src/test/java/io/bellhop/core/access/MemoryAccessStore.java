package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.chat.SpaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
        remove(user.pseudonym(), user.space());
        ignored.add(user);
    }

    @Override
    public void remove(String pseudonym, Optional<SpaceId> space) {
        ignored.removeIf(one -> one.pseudonym().equals(pseudonym) && one.space().equals(space));
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
