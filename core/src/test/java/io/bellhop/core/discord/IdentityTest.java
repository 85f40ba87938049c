package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.testkit.VirtualTime;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the bot tells Discord of itself when it logs in. */
@Timeout(120)
class IdentityTest {
    private static final int GUILDS = 1;
    private static final int GUILD_MESSAGES = 1 << 9;
    private static final int DIRECT_MESSAGES = 1 << 12;
    private static final int MESSAGE_CONTENT = 1 << 15;

    private LoopbackDiscord discord;
    private DiscordConnector connector;

    @BeforeEach
    void start() throws Exception {
        discord = new LoopbackDiscord();
        var options = new DiscordOptions(discord.link(LoopbackRest.TOKEN).showing(Optional.of("rings the bell")));
        connector = new DiscordConnector(options, Offers.inMemory(new VirtualTime(), new KnownCommands()));
        connector.start(new RecordingBroker());
    }

    @AfterEach
    void stop() throws Exception {
        connector.stop();
        discord.close();
    }

    @Test
    void asksForMessagesAndNotForWhoIsThere() {
        assertThat(identity().getInt("intents")).isEqualTo(GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES | MESSAGE_CONTENT);
        assertThat(discord.gateway().questions()).as("requests for all members").isEmpty();
    }

    @Test
    void showsItsActivity() {
        var activity = identity().getObject("presence").getArray("activities").getObject(0);
        assertThat(activity.getString("state")).isEqualTo("rings the bell");
    }

    private DataObject identity() {
        return discord.gateway().identity();
    }
}
