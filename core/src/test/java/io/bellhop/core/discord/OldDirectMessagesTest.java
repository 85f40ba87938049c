package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.app.HomeBot;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.schedule.Schedules;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Direct conversations that were begun before the bot was started anew. */
@Timeout(120)
class OldDirectMessagesTest {
    @TempDir
    private Path home;

    private RestartedBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = new RestartedBot(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void hearWhatWasScheduledThere() throws Exception {
        var asked = bot.discord().whispers(Payloads.ANN, "!schedule in 10m ping tea");
        assertThat(bot.whispered().getString("content")).contains("ping tea");
        bot.restarts();
        bot.time().advance(Duration.ofMinutes(11));
        assertThat(HomeBot.comesTrue(this::isFired)).isTrue();

        var fired = bot.whispered();
        assertThat(fired.getString("content")).isEqualTo("pong tea");
        assertThat(fired.getObject("message_reference").getString("message_id")).isEqualTo(asked);
    }

    /** It is fired by a timer, once Discord has told who and where. */
    private boolean isFired() {
        bot.time().advance(Duration.ZERO);
        return bot.part(Schedules.class).all().isEmpty();
    }
}
