package io.bellhop.plugins.access;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.core.testkit.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoleCommandsTest {
    @AutoClose
    private final TestBot bot = TestBot.load();

    private final TestUser owner = bot.as("owner");
    private final TestUser sue = bot.as("sue");
    private final TestUser ann = bot.as("ann");

    @BeforeEach
    void join() {
        sue.asAdministrator();
        ann.withRoles("mods", "crew");
    }

    @Test
    void givesAllWhoHaveARoleARankInItsSpace() {
        sue.says("!access role @mods 500").replies("The role mods gives rank 500 here, instead of 0.");
        ann.says("!whoami").repliesWith("rank 500 here: the role mods has rank 500.");
        ann.in("annex/lobby").says("!whoami").repliesWith("rank 0");
        ann.withRoles("crew");
        ann.says("!whoami").repliesWith("rank 0");
    }

    @Test
    void listsRolesAndTheirRanks() {
        sue.says("!access role mods 500");
        sue.says("!access roles").replies("Roles here, and the rank that each gives:\n 500 mods\n   0 crew");
        ann.says("!access roles").repliesWith("crew");
        bot.as("bob").says("!access roles").isRefused("access.rank");
        owner.in("annex/lobby").says("!access roles").replies("There are no roles here.");
    }

    @Test
    void asksBeforeManyLoseByIt() {
        sue.says("!access role mods 500");
        var asked = sue.says("!access role mods 100");
        asked.repliesWith("Everyone whom the role mods gives rank 500 would have 100 instead");
        ann.says("!whoami").repliesWith("rank 500");
        asked.picks("Do it").replies("The role mods gives rank 100 here, instead of 500.");
        ann.says("!whoami").repliesWith("rank 100");
    }

    @Test
    void checksAgainWhenTheConfirmationFires() {
        owner.says("!access set bob 900");
        var bob = bot.as("bob");
        bob.says("!access role mods 500");
        var asked = bob.says("!access role mods 0");
        owner.says("!access set bob 500");
        asked.picks("Do it").isRefused("access.rank");
        ann.says("!whoami").repliesWith("rank 500");
    }

    @Test
    void letsNobodyGrantByARoleWhatTheyDoNotOutrank() {
        sue.says("!access role mods 900").isRefused("access.own-rank");
        sue.says("!access role mods -1").isRefused("access.range");
        owner.says("!access role mods 950");
        sue.says("!access role mods 100").isRefused("access.above");
        owner.says("!access role mods 999").isRefused("access.range");
    }

    @Test
    void refusesRolesThatAreNotThere() {
        sue.says("!access role managers 100").isRefused("access.unknown-role");
        sue.inPrivate().says("!access role mods 100").isRefused();
        owner.inPrivate().says("!access role mods 100").isRefused("access.no-space");
    }
}
