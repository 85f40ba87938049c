package io.bellhop.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.AccessRule.RoleRank;
import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.access.Standing.Ground;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.testkit.FakeConnector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The law of ranks. */
class AccessPolicyTest {
    private static final UserId ANN = new UserId("test", "ann");
    private static final UserId BOSS = new UserId("test", "boss");
    private static final SpaceId SPACE = new SpaceId("test", "space");
    private static final Optional<SpaceId> HERE = Optional.of(SPACE);
    private static final Optional<SpaceId> EVERYWHERE = Optional.empty();
    private static final Channel LOBBY = channel("lobby");
    private static final Channel ANNEX = channel("annex/lobby");
    private static final Channel PRIVATE = channel("@ann");

    private final FakeConnector connector = new FakeConnector();
    private final AccessTable table = new AccessTable(new MemoryAccessStore());
    private final Ignored ignored = new Ignored(Set.of(BOSS), new MemoryAccessStore());
    private final AccessPolicy policy = new AccessPolicy(Set.of(BOSS), ignored, table);

    AccessPolicyTest() {
        table.open();
    }

    private static Channel channel(String name) {
        return FakeConnector.channel(new ChannelId("test", name));
    }

    /** Asks both ways, which must agree. */
    private int rank(String user, Channel channel) {
        User heard = connector.heard(user, channel);
        int rank = policy.rank(heard, channel);
        assertThat(policy.standing(heard, channel).rank()).isEqualTo(rank);
        return rank;
    }

    @Test
    void givesEveryoneNothing() {
        assertThat(rank("ann", LOBBY)).isEqualTo(Rank.EVERYONE);
    }

    @Test
    void givesOwnersTheirRankEverywhereWhateverElseIsKnownOfThem() {
        table.put(new UserRank(BOSS, HERE, 0));
        assertThat(List.of(rank("boss", LOBBY), rank("boss", ANNEX), rank("boss", channel("@boss"))))
                .containsOnly(Rank.OWNER);
    }

    @Test
    void makesNobodyAnOwnerWhoIsNotNamed() {
        assertThatThrownBy(() -> new UserRank(ANN, HERE, Rank.OWNER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RoleRank(SPACE, "gods", 5000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsARankInItsSpace() {
        table.put(new UserRank(ANN, HERE, 500));
        assertThat(rank("ann", LOBBY)).isEqualTo(500);
        assertThat(rank("ann", ANNEX)).isZero();
        assertThat(rank("ann", PRIVATE)).isZero();
    }

    @Test
    void countsBotWideRanksEverywhereAndInPrivate() {
        table.put(new UserRank(ANN, EVERYWHERE, 100));
        table.put(new UserRank(ANN, HERE, 50));
        assertThat(List.of(rank("ann", LOBBY), rank("ann", ANNEX), rank("ann", PRIVATE)))
                .containsOnly(100);
    }

    @Test
    void raisesByTheHighestRoleInItsSpaceOnly() {
        connector.join(ANN, SPACE, false, "mods", "crew");
        connector.join(ANN, new SpaceId("test", "annex"), false, "mods");
        table.put(new RoleRank(SPACE, "mods", 500));
        table.put(new RoleRank(SPACE, "crew", 100));
        assertThat(rank("ann", LOBBY)).isEqualTo(500);
        assertThat(rank("ann", ANNEX)).isZero();
        assertThat(rank("ann", PRIVATE)).isZero();
    }

    @Test
    void knowsThePlatformsAdministratorsInTheirSpaceOnly() {
        connector.join(ANN, SPACE, true);
        assertThat(rank("ann", LOBBY)).isEqualTo(Rank.ADMIN);
        assertThat(rank("ann", ANNEX)).isZero();
        assertThat(rank("ann", PRIVATE)).isZero();
    }

    @Test
    void takesNoRolesFromOneSpaceToAnother() {
        connector.join(ANN, SPACE, true);
        assertThat(policy.rank(connector.heard("ann", LOBBY), ANNEX)).isZero();
    }

    @Test
    void letsNoRoleRaiseTheIgnored() {
        connector.join(ANN, SPACE, true, "mods");
        table.put(new RoleRank(SPACE, "mods", 500));
        table.put(new UserRank(ANN, EVERYWHERE, 900));
        ignored.ignore(ANN, HERE);
        assertThat(rank("ann", LOBBY)).isEqualTo(Rank.IGNORED);
        assertThat(rank("ann", ANNEX)).isEqualTo(900);
        ignored.ignore(ANN, EVERYWHERE);
        assertThat(rank("ann", ANNEX)).isEqualTo(Rank.IGNORED);
        assertThat(rank("ann", PRIVATE)).isEqualTo(Rank.IGNORED);
    }

    @Test
    void saysWhereARankComesFrom() {
        connector.join(ANN, SPACE, true, "mods");
        table.put(new RoleRank(SPACE, "mods", 500));
        table.put(new UserRank(ANN, EVERYWHERE, 100));
        assertThat(policy.standing(connector.heard("ann", LOBBY), LOBBY).grounds())
                .containsExactly(
                        new Ground.Administrator(),
                        new Ground.ByRole(500, new Role("mods", "mods")),
                        new Ground.Given(100, EVERYWHERE),
                        new Ground.Everyone());
    }

    @Test
    void takesTheRequirementInThePlaceOfWhatIsDeclared() {
        table.put(new CommandRequirement("run", HERE, new Requirement(100, 2)));
        assertThat(needs("run", 500, LOBBY)).isEqualTo(new Requirement(100, 2));
        assertThat(needs("run", 500, ANNEX)).isEqualTo(new Requirement(500, 0));
        assertThat(needs("run", 500, PRIVATE)).isEqualTo(new Requirement(500, 0));
    }

    @Test
    void letsNoSpaceRequireLessThanTheBot() {
        table.put(new CommandRequirement("run", EVERYWHERE, new Requirement(700, 1)));
        table.put(new CommandRequirement("run", HERE, new Requirement(0, 0)));
        assertThat(needs("run", 0, LOBBY)).isEqualTo(new Requirement(700, 1));
    }

    @Test
    void keepsWhatIsForOwnersForOwners() {
        table.put(new CommandRequirement("shutdown", HERE, new Requirement(0, 1)));
        assertThat(needs("shutdown", Rank.OWNER, LOBBY)).isEqualTo(new Requirement(Rank.OWNER, 1));
    }

    @Test
    void holdsARequirementAlsoOfAnAlias() {
        table.put(new CommandRequirement("js", HERE, new Requirement(300, 0)));
        assertThat(policy.requirement(new FakeCommand("run", List.of("js"), 0), LOBBY))
                .isEqualTo(new Requirement(300, 0));
    }

    @Test
    void asksForTheRankThatIsRequired() {
        var run = new FakeCommand("run", List.of(), 0);
        table.put(new CommandRequirement("run", HERE, new Requirement(100, 0)));
        assertThat(policy.allows(99, run, LOBBY)).isFalse();
        assertThat(policy.allows(100, run, LOBBY)).isTrue();
        assertThat(policy.allows(Rank.IGNORED, run, ANNEX)).isFalse();
    }

    @Test
    void addsTheApprovalsThatAreRequiredToThoseThatAreDeclared() {
        var drop = new FakeCommand("drop", List.of(), 500, new Need(1, 900, Duration.ofHours(1)));
        assertThat(policy.approvals(drop, LOBBY)).isEqualTo(drop.approvals());
        table.put(new CommandRequirement("drop", HERE, new Requirement(600, 2)));
        assertThat(policy.approvals(drop, LOBBY)).isEqualTo(new Need(2, 900, Duration.ofHours(1)));
        assertThat(policy.approvals(new FakeCommand("run", List.of(), 0), LOBBY).count())
                .isZero();
    }

    private Requirement needs(String command, int declared, Channel channel) {
        return policy.requirement(new FakeCommand(command, List.of(), declared), channel);
    }
}
