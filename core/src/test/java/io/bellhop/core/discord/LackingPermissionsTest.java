package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.Payloads;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

/** What an admin has not granted is said by the bot's status. */
class LackingPermissionsTest extends ConnectedTest {
    @Test
    void areNamedWithTheirServer() throws Exception {
        assertThat(connector.health().facts()).doesNotContainKey("missing");

        everyoneMay(Permission.getRaw(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_HISTORY));

        assertThat(connector.health().facts().get("missing"))
                .isEqualTo("Send Messages in Threads, Embed Links, Attach Files in Grand Hotel");
    }

    private void everyoneMay(long permissions) throws InterruptedException {
        var role = DataObject.empty()
                .put("id", Payloads.GUILD)
                .put("name", "@everyone")
                .put("permissions", Long.toString(permissions))
                .put("position", 0)
                .put("colors", DataObject.empty().put("primary_color", 0));
        discord.gateway()
                .emit(
                        "GUILD_ROLE_UPDATE",
                        DataObject.empty().put("guild_id", Payloads.GUILD).put("role", role));
        heard();
    }
}
