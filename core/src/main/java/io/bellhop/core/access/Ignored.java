package io.bellhop.core.access;

import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.access.Standing.Ground;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ignore list in memory: asked at every message, so a pseudonym is made once for each of those who talk. */
@Singleton
final class Ignored implements IgnoreList {
    private static final int MOST_REMEMBERED = 10_000;

    private final Set<UserId> owners;
    private final AccessStore store;
    private final Pseudonyms pseudonyms;
    private volatile Listed listed;

    @Inject
    Ignored(@Owners Set<UserId> owners, AccessStore store) {
        this.owners = owners;
        this.store = store;
        this.pseudonyms = new Pseudonyms(store.key());
        var users = new HashMap<String, Placed<Integer>>();
        for (var user : store.ignored()) {
            users.merge(user.pseudonym(), placed(user), (old, _) -> old.with(user.space(), user.byRank()));
        }
        this.listed = new Listed(users);
    }

    /** The list of one moment, and what it says of those who have talked since. */
    private record Listed(Map<String, Placed<Integer>> users, Map<UserId, Placed<Integer>> remembered) {
        Listed(Map<String, Placed<Integer>> users) {
            this(Map.copyOf(users), new ConcurrentHashMap<>());
        }
    }

    @Override
    public boolean ignores(UserId user, Optional<SpaceId> space) {
        return ignores(user, space.orElse(null));
    }

    boolean ignores(UserId user, @Nullable SpaceId space) {
        if (listed.users.isEmpty() || owners.contains(user)) {
            return false;
        }
        var where = where(user);
        return where.everywhere() != null || where.in(space) != null;
    }

    /** Says where someone is ignored, of the places that count in a space. */
    List<Ground> grounds(UserId user, @Nullable SpaceId space) {
        return owners.contains(user)
                ? List.of()
                : where(user).list().stream()
                        .filter(one -> one.space().isEmpty() || one.space().equals(Optional.ofNullable(space)))
                        .<Ground>map(one -> new Ground.Ignored(one.space()))
                        .toList();
    }

    @Override
    public synchronized void ignore(UserId user, Optional<SpaceId> space, int byRank) {
        if (owners.contains(user)) {
            throw BellhopException.user("access.owner", "Owners can't be ignored. The configuration names them.");
        }
        var entry = new IgnoredUser(pseudonyms.of(user), space, byRank);
        store.add(entry);
        change(entry.pseudonym(), where(user).with(space, byRank));
    }

    @Override
    public OptionalInt ignoredBy(UserId user, Optional<SpaceId> space) {
        var where = where(user);
        var by = space.isEmpty() ? where.everywhere() : where.in(space.get());
        return by == null ? OptionalInt.empty() : OptionalInt.of(by);
    }

    @Override
    public synchronized void heed(UserId user, Optional<SpaceId> space) {
        var pseudonym = pseudonyms.of(user);
        store.remove(pseudonym, space);
        change(pseudonym, where(user).without(space));
    }

    /** Returns of how many users it is known at once. */
    int remembered() {
        return listed.remembered.size();
    }

    private void change(String pseudonym, Placed<Integer> where) {
        var users = new HashMap<>(listed.users);
        if (where.isEmpty()) {
            users.remove(pseudonym);
        } else {
            users.put(pseudonym, where);
        }
        listed = new Listed(users);
    }

    private Placed<Integer> where(UserId user) {
        var now = listed;
        var known = now.remembered.get(user);
        if (known != null) {
            return known;
        }
        if (now.remembered.size() >= MOST_REMEMBERED) {
            now.remembered.clear();
        }
        var found = now.users.getOrDefault(pseudonyms.of(user), Placed.nowhere());
        now.remembered.put(user, found);
        return found;
    }

    private static Placed<Integer> placed(IgnoredUser user) {
        return Placed.<Integer>nowhere().with(user.space(), user.byRank());
    }
}
