package io.bellhop.core.access;

import io.bellhop.api.access.Standing;
import io.bellhop.api.access.Standing.Ground;
import io.bellhop.api.chat.Membership;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a rank comes from, told at length; {@link AccessPolicy#rank} says the same in a hurry. */
record Grounds(boolean isOwner, Ignored ignored, Rules rules) {
    Standing standing(User user, @Nullable SpaceId space) {
        var grounds = new ArrayList<Ground>();
        if (isOwner) {
            grounds.add(new Ground.Owner());
        }
        grounds.addAll(ignored.grounds(user.id(), space));
        if (rules.informed()) {
            grounds.addAll(ranks(user, space));
        }
        grounds.add(new Ground.Everyone());
        return new Standing(grounds.getFirst().rank(), grounds);
    }

    private List<Ground> ranks(User user, @Nullable SpaceId space) {
        var ranks = new ArrayList<>(given(user.id(), space));
        user.membership().filter(in -> in.space().equals(space)).ifPresent(in -> ranks.addAll(byPlatform(in)));
        ranks.sort(Comparator.comparingInt(Ground::rank).reversed());
        return ranks;
    }

    private List<Ground> given(UserId user, @Nullable SpaceId space) {
        return rules.people().getOrDefault(user, Placed.nowhere()).list().stream()
                .filter(one -> one.space().isEmpty() || one.space().equals(Optional.ofNullable(space)))
                .<Ground>map(one -> new Ground.Given(one.value(), one.space()))
                .toList();
    }

    private List<Ground> byPlatform(Membership membership) {
        var ranks = rules.roles().getOrDefault(membership.space(), Map.of());
        var grounds = new ArrayList<Ground>();
        if (membership.administrator()) {
            grounds.add(new Ground.Administrator());
        }
        for (var role : membership.roles()) {
            var rank = ranks.get(role.id());
            if (rank != null) {
                grounds.add(new Ground.ByRole(rank, role));
            }
        }
        return grounds;
    }
}
