package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule;
import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.AccessRule.RoleRank;
import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The ranks and requirements of one moment. Never changes, so that whoever checks by it sees all of a change or
 * nothing.
 *
 * @param informed whether somebody gives ranks
 * @param people the ranks of people
 * @param roles the ranks of roles, by their ids
 * @param commands what commands need, by their names
 */
record Rules(
        boolean informed,
        Map<UserId, Placed<Integer>> people,
        Map<SpaceId, Map<String, Integer>> roles,
        Map<String, Placed<Requirement>> commands) {
    /** What holds while nobody gives ranks: what was required. */
    static Rules closed(Collection<CommandRequirement> requirements) {
        return open(requirements).closed();
    }

    static Rules open(Collection<? extends AccessRule> rules) {
        var building = new Rules(true, new HashMap<>(), new HashMap<>(), new HashMap<>());
        rules.forEach(building::add);
        return building;
    }

    Rules closed() {
        return new Rules(false, Map.of(), Map.of(), commands);
    }

    Rules with(AccessRule rule) {
        var changed = copy(rule);
        changed.add(rule);
        return changed;
    }

    Rules without(AccessRule rule) {
        var changed = copy(rule);
        changed.remove(rule);
        return changed;
    }

    /** Returns what a command of a name needs in a space; null if nobody has required anything. */
    @Nullable
    Requirement needs(String command, @Nullable SpaceId space) {
        var placed = commands.get(command);
        return placed == null ? null : higher(placed.everywhere(), placed.in(space));
    }

    static @Nullable Requirement higher(@Nullable Requirement one, @Nullable Requirement other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Requirement(Math.max(one.rank(), other.rank()), Math.max(one.approvals(), other.approvals()));
    }

    /** Copies the one map that a rule stands in. */
    private Rules copy(AccessRule rule) {
        return switch (rule) {
            case UserRank _ -> new Rules(true, new HashMap<>(people), roles, commands);
            case RoleRank _ -> new Rules(true, people, new HashMap<>(roles), commands);
            case CommandRequirement _ -> new Rules(true, people, roles, new HashMap<>(commands));
        };
    }

    private void add(AccessRule rule) {
        switch (rule) {
            case UserRank(var user, var space, var rank) -> place(people, user, old -> old.with(space, rank));
            case RoleRank(var space, var role, var rank) -> change(space, ranks -> ranks.put(role, rank));
            case CommandRequirement(var command, var space, var needs) ->
                place(commands, command, old -> old.with(space, needs));
        }
    }

    private void remove(AccessRule rule) {
        switch (rule) {
            case UserRank(var user, var space, var _) -> place(people, user, old -> old.without(space));
            case RoleRank(var space, var role, var _) -> change(space, ranks -> ranks.remove(role));
            case CommandRequirement(var command, var space, var _) ->
                place(commands, command, old -> old.without(space));
        }
    }

    private static <K, V> void place(Map<K, Placed<V>> map, K key, UnaryOperator<Placed<V>> change) {
        var changed = change.apply(map.getOrDefault(key, Placed.nowhere()));
        if (changed.isEmpty()) {
            map.remove(key);
        } else {
            map.put(key, changed);
        }
    }

    private void change(SpaceId space, Consumer<Map<String, Integer>> change) {
        var ranks = new HashMap<>(roles.getOrDefault(space, Map.of()));
        change.accept(ranks);
        roles.put(space, ranks);
    }
}
