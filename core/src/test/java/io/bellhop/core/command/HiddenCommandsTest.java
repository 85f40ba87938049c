package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.Command;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.core.command.register.CommandNames;
import io.bellhop.core.discord.slash.SlashTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands that people need not find. */
class HiddenCommandsTest {
    private final Room room = new Room(new Picked());

    /** One that is in lists, and one that is not. */
    static final class Picked {
        @Command(name = "open", help = "Stands in lists.")
        String open() {
            return "open";
        }

        @Command(name = "secret", aliases = "quiet", help = "Stands in none.", hidden = true)
        String secret() {
            return "run";
        }
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void runAsAnyOther() {
        assertThat(room.ann("!quiet")).isEqualTo("run");
    }

    @Test
    void areKnownToWhoeverAsksForThem() {
        var commands = room.injector.getInstance(Commands.class);

        assertThat(commands.find("secret")).map(CommandDescription::hidden).contains(true);
        assertThat(commands.find("open")).map(CommandDescription::hidden).contains(false);
        assertThat(commands.list()).extracting(CommandDescription::name).contains("open", "secret");
    }

    @Test
    void areNeitherCompletedNorSlashCommands() {
        var commands = room.injector.getInstance(Commands.class);
        var tree = SlashTree.of(commands.list());

        assertThat(room.injector.getInstance(CommandNames.class).shown())
                .contains("open")
                .doesNotContain("secret", "quiet");
        assertThat(tree.find("open")).isPresent();
        assertThat(tree.find("secret")).isEmpty();
    }
}
