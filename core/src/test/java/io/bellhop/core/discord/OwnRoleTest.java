package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.Payloads;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

/**
 * The role that Discord gives a bot with its permissions bears its name, and is offered beside it to whoever types
 * that.
 */
class OwnRoleTest extends ConnectedTest {
    private static final String OWN = "400000000000000008";
    private static final String OTHER = "400000000000000009";

    @Test
    void addressesTheBotWhenItIsMentioned() throws Exception {
        create(OWN, Payloads.BOT);
        create(OTHER, Payloads.ANN);
        heard();

        assertThat(connector.addressed("<@&" + OWN + "> ping", LOBBY)).contains("ping");
        assertThat(connector.addressed("<@&" + OTHER + "> ping", LOBBY)).isEmpty();
    }

    private void create(String role, String bot) {
        var created = DataObject.empty()
                .put("id", role)
                .put("name", "bellhop")
                .put("permissions", "0")
                .put("position", 3)
                .put("managed", true)
                .put("colors", DataObject.empty().put("primary_color", 0))
                .put("tags", DataObject.empty().put("bot_id", bot));
        discord.gateway()
                .emit(
                        "GUILD_ROLE_CREATE",
                        DataObject.empty().put("guild_id", Payloads.GUILD).put("role", created));
    }
}
