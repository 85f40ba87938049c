package io.bellhop.plugins.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.core.testkit.TestUser;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RankCommandsTest {
    @AutoClose
    private final TestBot bot = TestBot.load();

    private final TestUser owner = bot.as("owner");

    private TestUser admin() {
        owner.says("!access set ada 900");
        return bot.as("ada");
    }

    @Test
    void tellsEveryoneWhoTheyAre() {
        bot.as("ann")
                .says("!whoami")
                .replies("You are ann (test:ann), rank 0 here: nothing gives more than everyone has.");
        owner.says("!whoami")
                .replies("You are owner (test:owner), rank 999 here: an owner by the bot's configuration.");
        bot.as("sue").asAdministrator().says("!whoami").repliesWith("rank 900 here: the platform lets them administer");
    }

    @Test
    void givesARankInASpaceAtOnce() {
        owner.says("!access set @ann 500")
                .replies("Rank 500 in space: ann (test:ann), rank 500 here: rank 500 was given in this space.");
        bot.as("ann").says("!whoami").repliesWith("rank 500 here");
        bot.as("ann").in("annex/lobby").says("!whoami").repliesWith("rank 0 here");
        bot.as("ann").inPrivate().says("!whoami").repliesWith("rank 0 here");
    }

    @Test
    void warnsThatARankOfAGuestMayNotLast() {
        owner.says("!access set ann!a@host 500")
                .repliesWith("rank 500 here")
                .repliesWith("Nothing proves who they are: this is for whoever comes under the same name");
        owner.says("!access set bob!b@host -1").repliesWith("Nothing proves who they are");
        assertThat(owner.says("!access set ann!a@host 0").texts()).noneMatch(text -> text.contains("Nothing proves"));
    }

    @Test
    void letsOwnersGiveARankEverywhere() {
        owner.inPrivate().says("!access set ann 500 -everywhere").repliesWith("Rank 500 everywhere");
        bot.as("ann").in("annex/lobby").says("!whoami").repliesWith("rank 500 here");
        bot.as("ann").inPrivate().says("!whoami").repliesWith("rank 500 here: rank 500 was given everywhere");
        admin().says("!access set bob 100 -everywhere").isRefused("access.everywhere");
    }

    @Test
    void saysWhatCountsWhereSeveralRanksMeet() {
        bot.as("ann").withRoles("crew");
        owner.says("!access role crew 500");
        owner.says("!access set ann 100")
                .repliesWith("rank 500 here: the role crew has rank 500 (also: rank 100 was given in this space).");
    }

    @Test
    void letsNobodyGrantARankAtOrAboveTheirOwn() {
        var ada = admin();
        ada.says("!access set bob 900").isRefused("access.own-rank");
        ada.says("!access set bob 899").repliesWith("Rank 899 in space");
        bot.as("bob").says("!access set cid 1").isRefused("access.rank");
    }

    @Test
    void letsNobodyTouchSomeoneAtOrAboveThem() {
        var ada = admin();
        owner.says("!access set eve 900");
        ada.says("!access set eve 0").isRefused("access.above");
        ada.says("!access clear eve").isRefused("access.above");
        ada.says("!access set eve -1").isRefused("access.above");
        bot.as("sue").asAdministrator();
        ada.says("!access set sue 0").isRefused("access.above");
        ada.says("!access set ada 100").isRefused("access.above").repliesWith("Nobody changes their own rank.");
    }

    @Test
    void lockNoOwnerOut() {
        admin().says("!access set owner 0").isRefused("access.owner");
        owner.says("!access set owner -1").isRefused("access.owner");
        owner.says("!whoami").repliesWith("rank 999");
    }

    @Test
    void refusesRanksOutOfRange() {
        for (var rank : new String[] {"-2", "999", "1000", "2147483647"}) {
            owner.says("!access set ann " + rank).isRefused("access.range").repliesWith("from -1 to 998");
        }
        owner.says("!access set ann 99999999999").isRefused();
        owner.says("!access set ann many").isRefused();
    }

    @Test
    void saysHowARankCanBeRaised() {
        bot.as("ann").says("!access list").repliesWith("yours is 0. An admin of this space can raise yours. (");
        bot.as("ann")
                .says("!access clear bob")
                .repliesWith("yours is 0. Only someone above that can raise yours, such as the bot's owner. (");
        owner.says("!access set ann 900");
        bot.as("ann")
                .inPrivate()
                .says("!access list")
                .repliesWith(
                        "yours is 0. In direct conversations only ranks count that hold everywhere: ask in a channel. (");
    }

    @Test
    void refusesWhoIsNotThere() {
        owner.says("!access set \"no one\" 100").isRefused("access.unknown-user");
        owner.says("!access set \"\" 100").repliesWith("Say who is meant. Use a mention");
        owner.says("!access set nowhere:ann 100")
                .isRefused("access.unknown-user")
                .repliesWith("The bot is not on nowhere, but on: test. (");
        owner.says("!access set test:no\\ one 100").isRefused();
    }

    @Test
    void refusesWhoMayBeSomeoneElse() {
        bot.as("ann1").called("Ann Lee");
        owner.says("!access set \"Ann Lee\" 500").repliesWith("Ann Lee (test:ann1)");
        bot.as("ann2").called("Ann Lee");
        owner.says("!access set \"Ann Lee\" 500")
                .isRefused("access.unknown-user")
                .repliesWith("or more than one");
        owner.says("!access set \u0430nn 500")
                .isRefused("access.look-alike")
                .repliesWith("CYRILLIC SMALL LETTER A")
                .repliesWith("Use a mention, or connector:id as the command whoami shows it to them.");
        owner.says("!access set ann\u200b 500").isRefused("access.look-alike");
    }

    @Test
    void ranksNobodyForANameThatTheyHaveElsewhere() {
        bot.as("mallory").in("den/lobby").withRoles("king").called("Charlie");
        owner.says("!access set Charlie 500").isRefused("access.unknown-user");
        bot.as("charlie1").withRoles("guest").called("Charlie");
        owner.says("!access set Charlie 500").repliesWith("Charlie (test:charlie1)");
        owner.in("@owner").says("!access set Charlie 500 -everywhere").isRefused("access.unknown-user");
        owner.says("!access show test:mallory").repliesWith("rank 0");
    }

    @Test
    void takesSqlForWhatItIs() {
        owner.says("!access set \"x');DROP/**/TABLE/**/ranks;--\" 500").repliesWith("Rank 500 in space");
        owner.says("!access show \"x');DROP/**/TABLE/**/ranks;--\"").repliesWith("rank 500");
        owner.says("!access explain ann \"ping'; DELETE FROM requirements; --\"")
                .isRefused("access.unknown-command");
        owner.says("!access list").repliesWith("1 given");
    }

    @Test
    void knowsAllAgainAfterAReload() {
        owner.says("!access set ann 500");
        owner.says("!access set bob -1");
        var cid = bot.as("cid").withRoles("crew");
        owner.says("!access role crew 100");
        owner.says("!access require ping 100 -confirm");
        owner.says("!plugin reload access").repliesWith("access");
        bot.as("ann").says("!whoami").repliesWith("rank 500 here");
        bot.as("bob").says("!whoami").isSilence();
        cid.says("!whoami").repliesWith("rank 100 here");
        cid.says("!ping").replies("pong");
        bot.as("dan").says("!ping").isRefused("access.rank");
    }

    @Test
    void asksForASpaceInPrivate() {
        owner.inPrivate().says("!access set ann 500").isRefused("access.no-space");
    }

    @Test
    void listsPageByPage() {
        for (int i = 10; i < 35; i++) {
            owner.says("!access set user" + i + " " + i);
        }
        owner.says("!access set bot 998 -everywhere");
        var first = owner.says("!access list");
        first.repliesWith("26 given, page 1 of 2:").repliesWith(" 998 bot (test:bot), everywhere");
        assertThat(first.texts().getFirst()).contains("user34").doesNotContain("user12 ");
        first.picks("Next page").repliesWith("page 2 of 2").repliesWith("  10 user10 (test:user10)");
        owner.says("!access list -page 3").isRefused("access.page");
        owner.in("annex/lobby").says("!access list").repliesWith("1 given:");
        bot.as("ann").says("!access list").isRefused("access.rank");
    }

    @Test
    void simulatesWithoutChangingAnything() {
        owner.says("!access simulate set ann 500")
                .repliesWith("ann (test:ann), rank 0 here, would have 500.")
                .repliesWith("Gains: access explain, access list, access required, access roles, access simulate set")
                .repliesWith("Loses: nothing");
        bot.as("ann").says("!whoami").repliesWith("rank 0");
        owner.says("!access set ann 900");
        owner.says("!access simulate set ann 500").repliesWith("Gains: nothing").repliesWith("Loses: access clear,");
        owner.says("!access simulate set ann -1").repliesWith("would have -1.").repliesWith("ping, ");
        owner.says("!access simulate set owner -1").repliesWith("would have 999.");
        owner.says("!access simulate set ann 1000").isRefused("access.range");
    }

    @Test
    void changesNothingThatCantBeKept() throws Exception {
        owner.says("!access set ann -1");
        owner.says("!access set bob 500");
        breakCommits();
        owner.says("!access set ann 100").isRefused("plugin.failed");
        bot.as("ann").says("!ping").isSilence();
        owner.says("!access clear ann").isRefused("plugin.failed");
        bot.as("ann").says("!ping").isSilence();
        owner.says("!access clear bob").isRefused("plugin.failed");
        bot.as("bob").says("!whoami").repliesWith("rank 500 here");
        bot.as("eve").withRoles("mods");
        owner.says("!access role mods 500").isRefused("plugin.failed");
        bot.as("eve").says("!whoami").repliesWith("rank 0 here");
    }

    /** Lets each change of ranks go well until it is committed. */
    private void breakCommits() throws Exception {
        var file = bot.home().resolve("data/access.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE nowhere (id INTEGER PRIMARY KEY)");
            statement.executeUpdate("CREATE TABLE lost (id INTEGER REFERENCES nowhere DEFERRABLE INITIALLY DEFERRED)");
            for (var change : List.of("INSERT ON ranks", "DELETE ON ranks", "INSERT ON role_ranks")) {
                statement.executeUpdate("CREATE TRIGGER \"" + change + "\" AFTER " + change
                        + " BEGIN INSERT INTO lost VALUES (1); END");
            }
        }
    }

    @Test
    void keepsItsExamples() {
        bot.tryExamples();
    }

    @Test
    void leavesTheBotClosed() {
        bot.as("sue").asAdministrator().says("!access list").repliesWith("Nobody was given");
        owner.says("!access set ann -1");
        owner.says("!access require ping 100 -confirm");
        bot.unloadsCleanly();
        bot.as("ann").says("!status").isSilence();
        bot.as("bob").says("!status").repliesWith("Bellhop");
        bot.as("sue").says("!ping").isRefused("access.rank").repliesWith("no plugin gives them");
        owner.says("!ping").replies("pong");
    }
}
