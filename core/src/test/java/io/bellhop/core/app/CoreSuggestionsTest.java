package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.core.command.suggest.LineSuggestions;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.testkit.FakeConnector;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the core completes of its own commands. */
class CoreSuggestionsTest {
    @TempDir
    private Path home;

    private HomeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = HomeBot.at(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void completesPluginsForOwners() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");

        assertThat(suggested("owner", "plugin info d")).containsExactly("plugin info dice");
        assertThat(suggested("ann", "plugin info d")).isEmpty();
    }

    @Test
    void completesSettingsForModerators() throws Exception {
        bot.rank("mo", Rank.MODERATOR);

        assertThat(suggested("mo", "settings get pre")).containsExactly("settings get prefix");
        assertThat(suggested("mo", "settings set -channel dis")).containsExactly("settings set -channel disabled");
        assertThat(suggested("ann", "settings get pre")).isEmpty();
    }

    private List<String> suggested(String user, String line) throws Exception {
        var lobby = FakeConnector.channel(new ChannelId("test", "lobby"));
        return bot.part(LineSuggestions.class)
                .complete(line, bot.connector().heard(user, lobby), lobby)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }
}
