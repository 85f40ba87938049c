package io.bellhop.plugins.access;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.core.testkit.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequirementCommandsTest {
    @AutoClose
    private final TestBot bot = TestBot.load();

    private final TestUser owner = bot.as("owner");
    private final TestUser sue = bot.as("sue");
    private final TestUser ann = bot.as("ann");

    @BeforeEach
    void administer() {
        sue.asAdministrator();
    }

    @Test
    void raisesWhatACommandNeedsOnceConfirmed() {
        var asked = sue.says("!access require ping 100");
        asked.repliesWith("Everyone below rank 100 would lose ping in space, which needs 0 now.");
        ann.says("!ping").replies("pong");
        asked.picks("Do it").replies("ping needs rank 100 here: required in this space rank 100, declared rank 0.");
        ann.says("!ping").isRefused("access.rank").repliesWith("This needs rank 100; yours is 0.");
        ann.in("annex/lobby").says("!ping").replies("pong");
        sue.says("!ping").replies("pong");
    }

    @Test
    void asksAlsoBeforeApprovalsAreNeeded() {
        var asked = sue.says("!access require ping 0 -approvals 2");
        asked.repliesWith("Nobody could run ping in space without 2 approvals. Nothing was changed yet.");
        asked.picks("Do it")
                .repliesWith("ping needs rank 0 and 2 approvals here")
                .repliesWith("Needs 2 approvals by anyone else.");
    }

    @Test
    void lowersAtOnce() {
        ann.says("!access list").isRefused("access.rank");
        sue.says("!access require \"access list\" 0").repliesWith("needs rank 0 here");
        ann.says("!access list").repliesWith("Nobody was given");
    }

    @Test
    void takesItBack() {
        sue.says("!access require ping 100 -confirm");
        sue.says("!access reset ping").replies("ping needs rank 0 here: declared rank 0.");
        ann.says("!ping").replies("pong");
        sue.says("!access require \"access list\" 0");
        sue.says("!access reset \"access list\"")
                .repliesWith("would lose access list")
                .repliesWith("Nothing was changed yet.");
    }

    @Test
    void listsWhatWasChanged() {
        sue.says("!access required").replies("Every command needs what it declares.");
        sue.says("!access require ping 100 -approvals 1 -confirm");
        owner.says("!access require status 100 -everywhere -confirm");
        sue.says("!access required")
                .replies("ping needs rank 100 and 1 approval here\nstatus needs rank 100 everywhere");
    }

    @Test
    void letsNoSpaceUndercutTheBot() {
        owner.says("!access require ping 100 -everywhere -confirm");
        sue.says("!access require ping 0")
                .replies("ping needs rank 100 here: required in this space rank 0, required everywhere rank 100,"
                        + " declared rank 0.");
        ann.says("!ping").isRefused("access.rank");
        ann.inPrivate().says("!ping").isRefused("access.rank");
    }

    @Test
    void keepsOwnersCommandsForOwners() {
        sue.says("!access require shutdown 0").isRefused("access.owners-only");
        owner.says("!access require shutdown 900").isRefused("access.owners-only");
    }

    @Test
    void letsNobodyChangeWhatTheyMayNotRun() {
        owner.says("!access require ping 950 -confirm");
        sue.says("!access require ping 0").isRefused("access.above");
        sue.says("!access reset ping").isRefused("access.above");
        sue.says("!access require status 901").isRefused("access.own-rank");
        sue.says("!access require ping 100 -everywhere").isRefused("access.everywhere");
    }

    @Test
    void refusesWhatMakesNoSense() {
        sue.says("!access require pnig 100").isRefused("access.unknown-command").repliesWith("Did you mean ping?");
        sue.says("!access require schedule 100 -confirm").repliesWith("schedule needs rank 100 here");
        sue.says("!access require forget 100")
                .repliesWith("forget is no command by itself. Name one of these, in quotes: forget me, forget user. (");
        sue.says("!access explain ann").repliesWith("Say which command, such as: access explain ann ping (");
        sue.says("!access require ping 1000").isRefused("access.range");
        sue.says("!access require ping -1").isRefused("access.range");
        sue.says("!access require ping 0 -approvals 21").isRefused("access.range");
        sue.says("!access require ping 0 -approvals -1").isRefused("access.range");
        sue.says("!access require \"access set\" 900 -approvals 1").isRefused("access.unapproved");
        sue.says("!access require cancel 900 -approvals 1").isRefused("access.unapproved");
    }

    @Test
    void explainsWhoseApprovalsACommandNeeds() {
        sue.says("!access require ping 900 -approvals 2 -confirm");
        sue.says("!access explain sue ping").replies("""
                sue (test:sue) may run ping here.
                Rank 900: the platform lets them administer this space (rank 900).
                ping needs rank 900 and 2 approvals here: required in this space rank 900 and 2 approvals, declared rank 0.
                Needs 2 approvals by admins (900).""");
    }

    @Test
    void explainsExactlyWhy() {
        owner.says("!access set ann 500");
        sue.says("!access explain ann access list").replies("""
                ann (test:ann) may run access list here.
                Rank 500: rank 500 was given in this space.
                access list needs rank 500 here: declared rank 500.""");
        sue.says("!access explain @ann shutdown").replies("""
                ann (test:ann) may not run shutdown here.
                Rank 500: rank 500 was given in this space.
                shutdown needs rank 999 here: it touches the bot itself, so it always needs an owner.""");
        sue.says("!access explain owner shutdown").repliesWith("owner (test:owner) may run shutdown here.");
        owner.says("!access set ann -1");
        sue.says("!access explain ann ping").replies("""
                ann (test:ann) may not run ping here.
                Rank -1: ignored in this space.
                ping needs rank 0 here: declared rank 0.""");
        sue.says("!settings set -space -confirm disabled ping");
        sue.says("!access explain sue ping")
                .repliesWith("sue (test:sue) may not run ping here.")
                .repliesWith("It is disabled in this space, for everybody.");
        sue.says("!access explain sue access set").repliesWith("Rank 900: the platform lets them administer this");
    }

    @Test
    void explainsThatCommandsAreAnsweredElsewhere() {
        owner.says("!settings set -confirm channels hall");
        sue.says("!access explain ann ping")
                .repliesWith("ann (test:ann) may not run ping here.")
                .repliesWith("Commands are answered in other channels of this space; see the setting channels.");
        sue.says("!access explain sue ping").repliesWith("sue (test:sue) may run ping here.");
    }
}
