package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.link.Gateway;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.option.Pace;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of Discord beside a running bot. */
class DiscordFindingsTest {
    @TempDir
    private Path home;

    private LoopbackDiscord discord;
    private LinkOptions link;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        discord = new LoopbackDiscord();
        link = discord.link(LoopbackRest.TOKEN).in(home).pacing(watchful());
        gateway = new Gateway(link, () -> {});
        gateway.open();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        discord.close();
    }

    @Test
    void saysHowTheShardsOfTheRunningBotAre() throws Exception {
        awaitFinding("the running bot says: shards 1 of 1 up");
    }

    @Test
    void saysWhyTheRunningBotStaysAway() throws Exception {
        discord.gateway().close(4004);
        awaitFinding("the running bot says: Discord refused the bot's token. Take a new one");
    }

    @Test
    void saysNothingOfABotThatHasEnded() throws Exception {
        awaitFinding("the running bot says");
        gateway.close();
        assertThat(DiscordFindings.of(link))
                .noneMatch(finding -> finding.toString().contains("running bot"));
    }

    /** The link looks at itself time and again, and says what it sees in its file. */
    private void awaitFinding(String words) {
        assertThat(HomeBot.comesTrue(() -> DiscordFindings.of(link).stream()
                        .anyMatch(finding -> finding.toString().contains(words))))
                .as(() -> words + " in " + DiscordFindings.of(link))
                .isTrue();
    }

    private static Pace watchful() {
        var pace = LoopbackDiscord.HASTE;
        return new Pace(
                pace.clock(),
                pace.identify(),
                pace.login(),
                Duration.ofMillis(20),
                pace.patience(),
                pace.again(),
                pace.hold(),
                pace.answer());
    }
}
