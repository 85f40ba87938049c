package io.bellhop.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.testkit.FakeConnector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gives the rules, and what is left of them when nobody does. */
class AccessTableTest {
    private static final UserId ANN = new UserId("test", "ann");
    private static final SpaceId SPACE = new SpaceId("test", "space");
    private static final Optional<SpaceId> HERE = Optional.of(SPACE);
    private static final Channel LOBBY = FakeConnector.channel(new ChannelId("test", "lobby"));
    private static final FakeCommand RUN = new FakeCommand("run", List.of(), 100);

    private final FakeConnector connector = new FakeConnector();
    private final MemoryAccessStore store = new MemoryAccessStore();
    private final AccessTable table = new AccessTable(store);
    private final AccessPolicy policy = policy(table);
    private final List<Registration> registrations = new ArrayList<>();
    private final AccessRules rules = table.forPlugin("access", registrations::add);

    private AccessPolicy policy(AccessTable of) {
        return new AccessPolicy(Set.of(), new Ignored(Set.of(), store), of);
    }

    private int rank() {
        return policy.rank(connector.heard("ann", LOBBY), LOBBY);
    }

    private void unload() {
        registrations.forEach(Registration::cancel);
    }

    @Test
    void isClosedUntilAPluginGivesRules() {
        connector.join(ANN, SPACE, true);
        assertThat(policy.informed()).isFalse();
        assertThat(rank()).isEqualTo(Rank.EVERYONE);
        rules.replace(List.of());
        assertThat(policy.informed()).isTrue();
        assertThat(rank()).isEqualTo(Rank.ADMIN);
    }

    @Test
    void takesARuleInThePlaceOfTheOneBefore() {
        rules.put(new UserRank(ANN, HERE, 500));
        rules.put(new UserRank(ANN, HERE, 100));
        assertThat(rank()).isEqualTo(100);
        rules.remove(new UserRank(ANN, HERE, 0));
        assertThat(rank()).isZero();
    }

    @Test
    void forgetsRanksWhenThePluginGoes() {
        connector.join(ANN, SPACE, true);
        rules.put(new UserRank(ANN, HERE, 500));
        unload();
        assertThat(policy.informed()).isFalse();
        assertThat(rank()).isEqualTo(Rank.EVERYONE);
    }

    @Test
    void holdsWhatWasRaisedWhenThePluginGoes() {
        rules.put(new CommandRequirement("run", HERE, new Requirement(500, 2)));
        unload();
        assertThat(policy.requirement(RUN, LOBBY)).isEqualTo(new Requirement(500, 2));
    }

    @Test
    void fallsBackToWhatIsDeclaredWhereItWasLowered() {
        rules.put(new CommandRequirement("run", HERE, new Requirement(0, 0)));
        assertThat(policy.requirement(RUN, LOBBY).rank()).isZero();
        unload();
        assertThat(policy.requirement(RUN, LOBBY).rank()).isEqualTo(100);
    }

    @Test
    void holdsWhatWasRaisedAlsoAfterARestart() {
        rules.put(new CommandRequirement("run", HERE, new Requirement(500, 2)));
        var restarted = policy(new AccessTable(store));
        assertThat(restarted.requirement(RUN, LOBBY)).isEqualTo(new Requirement(500, 2));
    }

    @Test
    void forgetsRequirementsThatThePluginTakesBack() {
        rules.put(new CommandRequirement("run", HERE, new Requirement(500, 2)));
        rules.replace(List.of());
        assertThat(policy.requirement(RUN, LOBBY)).isEqualTo(new Requirement(100, 0));
        assertThat(store.requirements()).isEmpty();
    }

    @Test
    void takesRulesFromOnePluginAtATime() {
        rules.replace(List.of());
        var other = table.forPlugin("other", registration -> {});
        assertThatThrownBy(() -> other.put(new UserRank(ANN, HERE, 500)))
                .hasMessage("The plugin access gives the ranks. Unload it first.");
        unload();
        other.put(new UserRank(ANN, HERE, 500));
        assertThat(rank()).isEqualTo(500);
    }

    @Test
    void takesNothingFromAPluginThatIsGone() {
        unload();
        assertThatThrownBy(() -> rules.put(new UserRank(ANN, HERE, 500)))
                .hasMessageContaining("The plugin access is unloaded");
        assertThat(rank()).isZero();
    }
}
