package io.bellhop.plugins.scripts;

import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ShorthandsTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .plugin(CodePlugin.jar())
            .configuration("plugins: { scripts: { aliases: 3 }, code: { run-time: 1m, cpu-time: 1m } }")
            .load();

    @Test
    void standsForACommand() {
        bot.as("ann").says("!alias p = ping").replies("p stands for ping");

        bot.as("ann").says("!p").replies("pong");
        bot.as("bob").says("!p").isRefused("command.unknown");
    }

    @Test
    void doubtsWhatCallsNothing() {
        bot.as("ann").says("!alias p = pnig tea").replies("p stands for pnig tea. There is no command pnig now.");
        bot.as("ann").says("!alias q = p").replies("q stands for p");
        bot.as("ann").says("!alias s = !Script list").replies("s stands for Script list");
    }

    @Test
    void takesCodeAndArgumentsAlong() {
        bot.as("ann").says("!alias js=!run js one");

        bot.as("ann")
                .says("!js two\n```\nprint(scriptArgs.slice(1).join())\n```")
                .repliesWith("one,two");
    }

    @Test
    void isShownListedChangedAndDeleted() {
        bot.as("ann").says("!alias list").replies("You have no aliases.");
        bot.as("ann").says("!alias p = ping");
        bot.as("ann").says("!alias a = p");

        bot.as("ann").says("!alias P").replies("p stands for ping");
        bot.as("ann").says("!alias p = languages").replies("p stands for languages");
        bot.as("ann").says("!alias list").replies("a stands for p\np stands for languages");
        bot.as("ann").says("!a").repliesWith("js  ");
        bot.as("ann").says("!alias delete p").replies("p stands for nothing any more.");
        bot.as("ann").says("!p").isRefused("command.unknown");
        bot.as("ann").says("!alias delete p").isRefused("alias.unknown");
    }

    @Test
    void givesNoRightsAndHidesNoCommand() {
        bot.as("ann").says("!alias stop = shutdown");

        bot.as("ann").says("!stop").isRefused("access.rank");
        bot.as("ann").says("!alias ping = shutdown").isRefused("alias.command");
        bot.as("ann").says("!alias plugin = ping").isRefused("alias.command");
    }

    @Test
    void refusesWhatIsNoName() {
        for (var name : new String[] {"", "a b", "../x", "'; DROP TABLE alias; --", "a\u202eb", "рing", "-x"}) {
            bot.as("ann").says("!alias " + name + " = ping").isRefused();
        }
        bot.as("ann").says("!alias").isRefused("alias.name").repliesWith("Say which, and what for: alias hi = hello.");
        bot.as("ann")
                .says("!alias x ping tea")
                .isRefused("alias.name")
                .repliesWith("Put = between the name and the command: alias x = ping tea");
        bot.as("ann").says("!alias x =").isRefused("alias.line").repliesWith("Say behind the = what it stands for");
        bot.as("ann").says("!alias x = " + "y".repeat(501)).isRefused("alias.line");
        bot.as("ann").says("!alias x = run js\n```\nprint(1)\n```").isRefused("alias.code");
        bot.as("ann").says("!alias list").replies("You have no aliases.");
    }

    @Test
    void keepsAnyCharactersOfTheLine() {
        bot.as("ann").says("!alias x = run js '); DROP TABLE alias; --' \"naïve 😀\"");

        bot.as("ann")
                .says("!x\n```\nprint(scriptArgs.slice(1).join('|'))\n```")
                .repliesWith("); DROP TABLE alias; --|naïve 😀");
    }

    @Test
    void comesToAnEnd() {
        bot.as("ann").says("!alias a = b");
        bot.as("ann").says("!alias b = a");

        bot.as("ann").says("!a").isRefused("command.alias-loop");
    }

    @Test
    void areSoManyOnly() {
        for (var name : new String[] {"a", "b", "c"}) {
            bot.as("ann").says("!alias " + name + " = ping");
        }

        bot.as("ann").says("!alias d = ping").isRefused("alias.too-many");
        bot.as("ann").says("!alias c = languages").replies("c stands for languages");
        bot.as("bob").says("!alias d = ping").replies("d stands for ping");
    }
}
