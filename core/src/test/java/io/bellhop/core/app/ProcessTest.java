package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and scripts rely on, of a bot in a process of its own. */
class ProcessTest {
    @TempDir
    private Path home;

    @Test
    void answersAPipeInOrderAndPrintsNothingElse() throws Exception {
        try (var bot = Bellhop.start(home)) {
            var end = bot.say("!ping", "just talk", "@bellhop ping 2", "!pnig", "!ping 3")
                    .end();

            assertThat(end.code()).isZero();
            assertThat(end.out().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("pong"),
                            line -> assertThat(line).isEqualTo("pong 2"),
                            line -> assertThat(line).startsWith("There is no command pnig. Did you mean !ping?"),
                            line -> assertThat(line).isEqualTo("pong 3"));
        }
    }

    @Test
    void takesTheNextLineForTheAnswerAndRemembersAfterItsEndWhatItAsked() throws Exception {
        try (var bot = Bellhop.start(home)) {
            var end = bot.say("!schedule delete", "7", "!schedule delete").end();

            assertThat(end.code()).isZero();
            assertThat(end.out().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("It needs id (its number). Send it now, or cancel."),
                            line -> assertThat(line).startsWith("You have no schedule 7."),
                            line -> assertThat(line).startsWith("It needs id"));
        }
        try (var bot = Bellhop.start(home)) {
            assertThat(bot.say("8", "!ping").end().out())
                    .startsWith("You have no schedule 8.")
                    .endsWith("pong\n");
        }
    }

    @Test
    void startsAndEndsWithoutAWarning() throws Exception {
        try (var bot = Bellhop.start(home)) {
            assertThat(bot.say("!status").end().errors()).contains("is ready").doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void servesAPluginThatIsPutIntoItsHome() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        PluginJar.of("code", "1.0.0").source("code", """
                @ChatPlugin public final class Main {
                  @Command(name = "echo", help = "Says its code.")
                  Text echo(CodeBlock code) { return Text.empty().fence("", code.code()); }
                }""").write(home.resolve("plugins/code.jar"));

        try (var bot = Bellhop.start(home)) {
            assertThat(bot.say("!echo", "```", "42", "```", "!ping").end().out())
                    .isEqualTo("42\npong\n");
        }
    }

    @Test
    void goesOnAfterTheEndOfItsInputForThoseWhomAConfiguredPluginConnects() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        Pigeon.jar("").write(home.resolve("plugins/pigeon.jar"));
        Files.writeString(home.resolve("bellhop.yaml"), "plugins:\n  pigeon: {}\n");

        try (var bot = Bellhop.start(home)) {
            bot.say("!ping").endsInput("The console's input has ended; the bot goes on for pigeon.");
            bot.terminate();

            assertThat(bot.ended().code()).isZero();
        }
    }

    @Test
    void endsWithItsInputWhenThePluginThatConnectsIsNotConfigured() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        Pigeon.jar("").write(home.resolve("plugins/pigeon.jar"));

        try (var bot = Bellhop.start(home)) {
            assertThat(bot.say("!ping").end().code()).isZero();
        }
    }

    @Test
    void refusesAPluginWhoseSettingsItDoesNotKnow() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        PluginJar.simple("dice", "1.0.0").write(home.resolve("plugins/dice.jar"));
        Files.writeString(home.resolve("bellhop.yaml"), "plugins:\n  dice:\n    sides: 6\n");

        try (var bot = Bellhop.start(home)) {
            var end = bot.say("!plugin load dice").end();
            assertThat(end.out())
                    .startsWith("Its configuration is wrong: " + "bellhop.yaml:3: plugins.dice.sides is unknown.");
            assertThat(end.errors()).contains("plugins.dice.sides is unknown.").doesNotContain("\tat ");
        }
    }

    @Test
    void endsWellWhenToldToByTheSystemAndAnswersWhatItHasTakenOn() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        PluginJar.of("slow", "1.0.0").source("slow", """
                @ChatPlugin public final class Main {
                  @Command(name = "slow", help = "Takes its time.")
                  String slow(Invocation invocation) throws InterruptedException {
                    invocation.reply(Content.of(Text.of("begun")));
                    Thread.sleep(300);
                    return "done";
                  }
                }""").write(home.resolve("plugins/slow.jar"));

        try (var bot = Bellhop.start(home)) {
            bot.say("!slow").hears("begun");
            bot.terminate();

            var end = bot.ended();
            assertThat(end.out()).isEqualTo("begun\ndone\n");
            assertThat(end.code()).isZero();
        }
    }

    @Test
    void refusesAConfigurationThatMakesNoSense() throws Exception {
        Files.writeString(home.resolve("bellhop.yaml"), "# mine\nprefxi: \"?\"\n");

        try (var bot = Bellhop.start(home)) {
            var end = bot.end();
            assertThat(end.code()).isEqualTo(2);
            assertThat(end.errors()).contains("bellhop.yaml:2: prefxi is unknown. Did you mean prefix?");
            assertThat(end.out()).isEmpty();
        }
    }

    @Test
    void shutsDownWhenItsOwnerSaysSoThoughTheInputGoesOn() throws Exception {
        try (var bot = Bellhop.start(home)) {
            bot.say("/as ann", "!shutdown", "/as owner", "!shutdown");

            var end = bot.ended();
            assertThat(end.code()).isZero();
            assertThat(end.out())
                    .contains("This needs rank 999; yours is 0. Only the bot's owners may.")
                    .endsWith("Good bye.\n");
        }
    }
}
