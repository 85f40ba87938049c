package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

/** What the benchmark of crashes counts must be what people see. */
class DiscordCrowdTest {
    private static final ChannelId LOBBY = new ChannelId("discord", Payloads.LOBBY);

    @Test
    void seesNothingOfARepeatThatDiscordKnowsByItsNonce() throws Exception {
        try (var crowd = new DiscordCrowd()) {
            var connector =
                    DiscordCrowd.connector(crowd.url(), Offers.inMemory(new VirtualTime(), new KnownCommands()));
            connector.start(new RecordingBroker());
            ConnectedTest.now(connector.say(LOBBY, Content.of("once").keyed("ref.1")));
            ConnectedTest.now(connector.say(LOBBY, Content.of("once more").keyed("ref.1")));
            connector.stop();

            assertThat(crowd.seen()).extracting(DiscordCrowd.Seen::text).containsExactly("once");
        }
    }
}
