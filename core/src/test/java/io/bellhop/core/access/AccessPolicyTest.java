package io.bellhop.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.testkit.FakeConnector;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private static final UserId ANN = new UserId("test", "ann");
    private static final UserId BOSS = new UserId("test", "boss");
    private static final Channel LOBBY = FakeConnector.channel(new ChannelId("test", "lobby"));

    @Test
    void givesOwnersTheirRankWhateverElseIsKnownOfThem() {
        var policy = new AccessPolicy(Set.of(BOSS), (user, channel) -> Rank.IGNORED);
        assertThat(policy.rank(BOSS, LOBBY)).isEqualTo(Rank.OWNER);
    }

    @Test
    void makesNobodyAnOwnerWhoIsNotNamed() {
        var policy = new AccessPolicy(Set.of(BOSS), (user, channel) -> 5000);
        assertThat(policy.rank(ANN, LOBBY)).isEqualTo(Rank.OWNER - 1);
    }

    @Test
    void staysClosedWhenRanksCantBeTold() {
        var policy = new AccessPolicy(Set.of(BOSS), (user, channel) -> {
            throw new IllegalStateException("the database is locked");
        });
        assertThat(policy.rank(ANN, LOBBY)).isEqualTo(Rank.EVERYONE);
        assertThat(policy.rank(BOSS, LOBBY)).isEqualTo(Rank.OWNER);
    }
}
