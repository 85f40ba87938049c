package io.bellhop.core.testkit;

import io.bellhop.api.chat.Membership;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is on a platform in memory: everybody, under their id or as they are called. Safe for use from any thread. */
final class FakePeople {
    private final Map<UserId, String> names = new ConcurrentHashMap<>();
    private final Map<UserId, Map<SpaceId, FakeMembership>> memberships = new ConcurrentHashMap<>();

    /** A user of this platform; as on IRC, one whose id has an exclamation mark is a guest. */
    private record FakeUser(UserId id, String name, boolean bot, Optional<Membership> membership) implements User {
        @Override
        public boolean guest() {
            return id.id().contains("!");
        }
    }

    /** What someone is in a space. */
    private record FakeMembership(SpaceId space, List<Role> roles, boolean administrator) implements Membership {}

    /** Returns the user whose id is a name, and who is called so. */
    static User named(String name) {
        return new FakeUser(new UserId(FakeConnector.ID, name), name, false, Optional.empty());
    }

    void join(UserId user, SpaceId space, boolean administrator, String... roles) {
        var all = Arrays.stream(roles).map(role -> new Role(role, role)).toList();
        memberships
                .computeIfAbsent(user, anyone -> new ConcurrentHashMap<>())
                .put(space, new FakeMembership(space, all, administrator));
    }

    void call(UserId user, String name) {
        names.put(user, name);
    }

    /** Returns someone without what they are in any space. */
    User user(UserId id) {
        return user(id, Optional.empty());
    }

    /** Returns someone with what they are in a space, if anything. */
    User member(UserId id, SpaceId space) {
        return user(
                id, Optional.ofNullable(memberships.getOrDefault(id, Map.of()).get(space)));
    }

    /** Finds who has that id: every word that nobody is called by. */
    Optional<User> identified(String id) {
        return id.isEmpty() || id.contains(" ") || names.containsValue(id)
                ? Optional.empty()
                : Optional.of(user(new UserId(FakeConnector.ID, id)));
    }

    /** Finds who is called so in a space; nobody if several are. */
    Optional<User> called(String name, SpaceId space) {
        var called = names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .filter(user -> isIn(user, space))
                .toList();
        return called.size() == 1 ? Optional.of(member(called.getFirst(), space)) : Optional.empty();
    }

    /** Whoever has joined no space is in all of them. */
    private boolean isIn(UserId user, SpaceId space) {
        var joined = memberships.getOrDefault(user, Map.of());
        return joined.isEmpty() || joined.containsKey(space);
    }

    /** Returns the roles that anyone has in a space, by name. */
    List<Role> roles(SpaceId space) {
        return memberships.values().stream()
                .flatMap(spaces -> Optional.ofNullable(spaces.get(space)).stream())
                .flatMap(membership -> membership.roles().stream())
                .distinct()
                .sorted(Comparator.comparing(Role::name))
                .toList();
    }

    private User user(UserId id, Optional<Membership> membership) {
        return new FakeUser(id, names.getOrDefault(id, id.id()), false, membership);
    }
}
