package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Aliases;
import io.bellhop.core.command.CommandHost;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledAliasTest {
    private static final UserId ANN = new UserId("test", "ann");

    @TempDir
    private Path home;

    private HomeBot bot;
    private Aliases aliases;

    @BeforeEach
    void start() throws Exception {
        bot = HomeBot.at(home);
        aliases = bot.part(CommandHost.class).aliases("trial");
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void firesWhatTheAliasStandsForByThen() {
        aliases.put(ANN, "tea", "ping green");
        assertThat(bot.answer("ann", "!schedule in 1m tea leaves")).contains("!tea leaves");
        assertThat(bot.answer("bob", "!schedule in 1m tea")).contains("There is no command \"tea\" to run.");
        aliases.put(ANN, "tea", "ping black");
        bot.time().advance(Duration.ofMinutes(1));
        assertThat(HomeBot.comesTrue(() -> bot.lastText().equals("pong black leaves")))
                .isTrue();
    }

    @Test
    void keepsSchedulesFromGoingOnForEver() {
        aliases.put(ANN, "again", "schedule in 1m again");
        assertThat(bot.answer("ann", "!schedule in 1m again")).contains("schedule.command");
        aliases.put(ANN, "later", "ping");
        bot.answer("ann", "!schedule in 1m later");
        aliases.put(ANN, "later", "schedule in 1m ping");
        int before = bot.connector().sent().size();
        bot.time().advance(Duration.ofMinutes(2));
        assertThat(bot.answer("ann", "!schedule list")).isEqualTo("Nothing is scheduled.");
        assertThat(bot.connector().sent()).hasSize(before + 1);
    }
}
