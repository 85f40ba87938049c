package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.command.CommandHost;
import io.bellhop.core.plugin.PluginJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed as a secret is nowhere on the disk; all that was ever written stands in the databases' logs. */
class SecretArgumentsTest {
    @TempDir
    private Path home;

    private HomeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = HomeBot.at(home).load(PluginJar.of("vault", "1.0.0").source("vault", """
                @ChatPlugin public final class Main {
                  enum Kind { STAFF, GUEST }
                  @Command(name = "login", help = "Takes a secret.")
                  String login(String name, Secret password, @Flag(help = "again") java.util.Optional<Secret> otp) {
                    return "welcome " + name;
                  }
                  @Command(name = "enter", help = "Takes a secret, and more.")
                  String enter(@Flag(help = "which") Secret key, Kind kind) { return "entered"; }
                  @Command(name = "note", help = "Takes none.")
                  String note(String text) { return "noted"; }
                  @Command(name = "reset", help = "Asks.")
                  Question reset(Optional<Secret> old) { return Question.of("Which one is new?"); }
                }"""), "vault.jar");
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void areNotJournalled() throws Exception {
        assertThat(bot.answer("ann", "!note hunter33")).isEqualTo("noted");
        assertThat(bot.answer("ann", "!login ann hunter22 -otp hunter22")).isEqualTo("welcome ann");
        assertThat(isOnDisk("hunter33")).isTrue();
        assertThat(isOnDisk("hunter22")).isFalse();
    }

    @Test
    void areNotRepeatedWhenTheLineIsWrong() throws Exception {
        assertThat(bot.answer("ann", "!login ann hunter22 more"))
                .startsWith("That is more than this command takes.")
                .doesNotContain("hunter22")
                .contains("Usage: !login");
        assertThat(bot.answer("ann", "!enter -key hunter22 hunter22"))
                .startsWith("\"***\" is none of")
                .doesNotContain("hunter22");
        assertThat(isOnDisk("hunter22")).isFalse();
    }

    @Test
    void areNotKeptWithTheQuestionForWhatIsMissing() throws Exception {
        assertThat(bot.answer("ann", "!enter -key hunter22")).startsWith("It needs kind");
        assertThat(bot.connector().sent().getLast().content().choices()).isEmpty();
        assertThat(bot.answer("ann", "staff")).isEqualTo("entered");
        assertThat(bot.answer("ann", "!login ann")).startsWith("It needs password");
        assertThat(bot.answer("ann", "hunter22")).isEqualTo("welcome ann");
        assertThat(isOnDisk("hunter22")).isFalse();
    }

    @Test
    void areNotKeptWithAQuestionThatTheirCommandAsks() throws Exception {
        assertThat(bot.answer("ann", "!reset hunter22")).startsWith("Which one is new?");
        assertThat(isOnDisk("hunter22")).isFalse();
    }

    @Test
    void takeTheirCommandOutOfSchedules() throws Exception {
        assertThat(bot.answer("ann", "!schedule in 1h login ann hunter22"))
                .startsWith("login takes a secret, which would have to be kept until then.");
        assertThat(bot.answer("ann", "!schedule list")).isEqualTo("Nothing is scheduled.");
        assertThat(isOnDisk("hunter22")).isFalse();
    }

    @Test
    void areNotKeptInAnotherCommandsLine() throws Exception {
        bot.part(CommandHost.class).aliases("trial").put(new UserId("test", "ann"), "enroll", "login");
        bot.answer("ann", "!schedule in 1h !login ann hunter22");
        bot.answer("ann", "!schedule in 1h enroll ann hunter22");
        bot.answer("ann", "!note \"login ann hunter22\"");
        assertThat(isOnDisk("hunter22")).isFalse();
        assertThat(bot.answer("owner", "!audit")).contains("schedule in").doesNotContain("hunter22");
    }

    @Test
    void letTheirCommandWaitForNoApprovalInAnothersLine() {
        bot.part(AccessTable.class).put(new CommandRequirement("schedule in", Optional.empty(), new Requirement(0, 1)));
        assertThat(bot.answer("ann", "!schedule in 1h login ann hunter22"))
                .contains("approval.secret")
                .doesNotContain("hunter22");
    }

    private boolean isOnDisk(String text) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
