package io.bellhop.plugins.access;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.core.testkit.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** People of rank -1. */
class IgnoredPeopleTest {
    @AutoClose
    private final TestBot bot = TestBot.load();

    private final TestUser owner = bot.as("owner");

    private TestUser admin() {
        owner.says("!access set ada 900");
        return bot.as("ada");
    }

    @Test
    void areNotHeardInThatSpace() {
        var ada = admin();
        owner.says("!access set ann -1").repliesWith("Ignored in space: ann (test:ann), rank -1 here: ignored in this");
        bot.as("ann").says("!whoami").isSilence();
        bot.as("ann").in("annex/lobby").says("!whoami").repliesWith("rank 0");
        ada.says("!access set ann 0").isRefused("access.above");
        ada.says("!access clear ann").isRefused("access.above");
        owner.says("!access clear ann").repliesWith("Cleared in space");
        bot.as("ann").says("!whoami").repliesWith("rank 0");
    }

    @Test
    void areRaisedByNothing() {
        bot.as("ann").withRoles("crew");
        owner.says("!access set ann -1");
        owner.says("!access role crew 800");
        owner.says("!access set ann 500 -everywhere").repliesWith("rank -1 here");
        bot.as("ann").says("!whoami").isSilence();
    }

    @Test
    void areForgottenLikeOthersButStayIgnored() {
        owner.says("!access set ann 500");
        var asked = bot.as("ann").says("!forget me");
        asked.repliesWith("access");
        asked.picks("Forget me");
        bot.as("ann").says("!whoami").repliesWith("rank 0");
        owner.says("!access list").repliesWith("Nobody was given");
        owner.says("!access set ann -1");
        owner.says("!forget user -yes test:ann").repliesWith("access: 1 rank, still ignored, under a pseudonym");
        owner.says("!access list").repliesWith("Nobody was given");
        bot.as("ann").says("!whoami").isSilence();
    }

    @Test
    void areNotHeardAgainByBeingForgottenIfSomeoneAboveIgnoredThem() {
        owner.says("!access set ann -1");
        owner.says("!forget user -yes test:ann").repliesWith("still ignored");
        var ada = admin();
        ada.says("!access clear ann").isRefused("access.above").repliesWith("ignored by someone above you (rank 999)");
        ada.says("!access set ann 100").isRefused("access.above");
        bot.restarts();
        bot.as("ada").says("!access clear ann").isRefused("access.above");
        owner.says("!access clear ann").repliesWith("Cleared");
        bot.as("ann").says("!ping").replies("pong");
    }
}
