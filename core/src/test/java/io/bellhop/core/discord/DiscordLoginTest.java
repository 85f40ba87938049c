package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordLoginTest {
    private static final Offers OFFERS = Offers.inMemory(new VirtualTime(), new KnownCommands());

    private final JdaLog jdaLog = new JdaLog();
    private LoopbackDiscord discord;

    @BeforeEach
    void open() throws Exception {
        discord = new LoopbackDiscord();
    }

    @AfterEach
    void close() throws Exception {
        discord.close();
        jdaLog.close();
        assertThat(jdaLog.complaints()).noneMatch(line -> line.contains(LoopbackRest.TOKEN));
        DiscordThreads.assertNone();
    }

    @Test
    void refusesATokenThatDiscordDoesNotKnow() {
        assertRefused("wrong.token", "discord.token-refused");
    }

    @Test
    void refusesATokenThatIsNone() {
        assertRefused("", "discord.token-refused");
        assertRefused("two\nlines", "discord.token-refused");
    }

    @Test
    void refusesATokenThatTheGatewayRefuses() {
        discord.gateway().refuse(4004);

        assertRefused(LoopbackRest.TOKEN, "discord.token-refused");
    }

    @Test
    void saysThatItsIntentsAreRefused() {
        discord.gateway().refuse(4014);

        assertRefused(LoopbackRest.TOKEN, "discord.intent-refused");
    }

    private void assertRefused(String token, String code) {
        var connector = new DiscordConnector(discord.options(token), OFFERS);

        assertThatThrownBy(() -> connector.start(new RecordingBroker()))
                .isInstanceOfSatisfying(BellhopException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.getCause()).isNull();
                    assertThat(token.isEmpty() || !failure.getMessage().contains(token))
                            .isTrue();
                });
    }
}
