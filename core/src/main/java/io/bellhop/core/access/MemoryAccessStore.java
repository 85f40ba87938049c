package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps access as long as itself. */
public final class MemoryAccessStore implements AccessStore {
    private static final CompletionStage<Void> KEPT = CompletableFuture.completedStage(null);

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
    public CompletionStage<Void> add(IgnoredUser user) {
        ignored.add(user);
        return KEPT;
    }

    @Override
    public CompletionStage<Void> remove(IgnoredUser user) {
        ignored.remove(user);
        return KEPT;
    }

    @Override
    public List<CommandRequirement> requirements() {
        return requirements;
    }

    @Override
    public CompletionStage<Void> replace(Collection<CommandRequirement> all) {
        requirements = List.copyOf(all);
        return KEPT;
    }
}
