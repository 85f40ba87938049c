package io.bellhop.plugins.scripts;

import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharingTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .plugin(CodePlugin.jar())
            .configuration("plugins: { code: { run-time: 1m, cpu-time: 1m } }")
            .load();

    @BeforeEach
    void save() {
        save("ann", "who", "print('ann')");
    }

    @Test
    void reachesAChannel() {
        bot.as("ann")
                .says("!script share who channel")
                .replies("who can be found and run in this channel now, by its name or as ann/who.");

        bot.as("bob").says("!script run who").repliesWith("ann");
        bot.as("bob").in("other").says("!script run who").isRefused("script.unknown");
        bot.as("bob").inPrivate().says("!script run ann/who").isRefused("script.unknown");
        bot.as("ann").in("other").says("!script list").repliesWith("who  js, version 1, shared elsewhere");
    }

    @Test
    void reachesASpace() {
        bot.as("ann").says("!script share who space");

        bot.as("bob").in("other").says("!script run who").repliesWith("ann");
        bot.as("bob").in("annex/lobby").says("!script run who").isRefused("script.unknown");
    }

    @Test
    void reachesTheWholeBot() {
        bot.as("ann").inPrivate().says("!script share who all");

        bot.as("bob").in("annex/lobby").says("!script run who").repliesWith("ann");
        bot.as("bob").inPrivate().says("!script run who").repliesWith("ann");
    }

    @Test
    void needsAPlaceWhereOthersAre() {
        bot.as("ann").inPrivate().says("!script share who space").isRefused("script.no-place");
        bot.as("ann").inPrivate().says("!script share who channel").isRefused("script.no-place");
    }

    @Test
    void ends() {
        bot.as("ann").says("!script share who channel");
        bot.as("ann").says("!script share who space");

        bot.as("ann").says("!script unshare who channel").replies("who is no longer shared in this channel.");
        bot.as("bob").says("!script run who").repliesWith("ann");
        bot.as("ann").in("annex/lobby").says("!script unshare who").replies("who is yours alone now.");
        bot.as("bob").says("!script run who").isRefused("script.unknown");
        bot.as("ann").says("!script unshare who").replies("who was shared with nobody.");
        bot.as("ann").says("!script unshare who channel").replies("who was not shared in this channel.");
    }

    @Test
    void givesNobodyElseARightToChange() {
        bot.as("ann").says("!script share who all");

        bot.as("bob").says("!script edit who\n```\nprint(1)\n```").isRefused("script.not-yours");
        bot.as("bob").says("!script rename who me").isRefused("script.not-yours");
        bot.as("bob").says("!script delete who").isRefused("script.not-yours");
        bot.as("bob").says("!script unshare who").isRefused("script.not-yours");
        bot.as("owner").says("!script delete who").isRefused("script.not-yours");
    }

    @Test
    void prefersOnesOwnThenTheNearest() {
        save("bob", "who", "print('bob')");
        save("cleo", "who", "print('cleo')");
        bot.as("ann").says("!script share who all");
        bot.as("bob").says("!script share who space");

        bot.as("cleo").says("!script run who").repliesWith("cleo");
        bot.as("dora").says("!script run who").repliesWith("bob");
        bot.as("dora").says("!script run ann/who").repliesWith("ann");
        bot.as("dora").in("annex/lobby").says("!script run who").repliesWith("ann");
    }

    @Test
    void asksWhoseWhenSeveralAreAsNear() {
        save("bob", "who", "print('bob')");
        bot.as("ann").says("!script share who channel");
        bot.as("bob").says("!script share who channel");

        bot.as("dora").says("!script run who").isRefused("script.ambiguous").repliesWith("ann/who or bob/who");
        bot.as("dora").says("!script run bob/who").repliesWith("bob");
        bot.as("dora").says("!script run test:ann/who").repliesWith("ann");
    }

    @Test
    void runsAsWhoeverRunsIt() {
        bot.as("ann").says("!script share who channel");

        bot.as("bob").says("!script run who");

        bot.as("bob").says("!history").repliesWith("1  js, ok");
        bot.as("ann").says("!history").replies("You have run nothing yet.");
    }

    @Test
    void runsNothingWhereRunningIsDisabled() {
        bot.as("ann").says("!run js\n```\nprint(1)\n```").repliesWith("1");
        bot.as("owner").says("!settings set disabled run").repliesWith("Set for this channel.");

        bot.as("ann").says("!script run who").isRefused("access.rank");
        bot.as("ann").says("!rerun 1").isRefused("access.rank");
        bot.as("ann").in("annex/lobby").says("!script run who").repliesWith("ann");
    }

    private void save(String user, String name, String source) {
        bot.as(user)
                .says("!script save " + name + " js\n```\n" + source + "\n```")
                .repliesWith("Kept");
    }
}
