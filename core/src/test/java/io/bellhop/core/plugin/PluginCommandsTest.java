package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.CommandReader;
import io.bellhop.core.plugin.inspect.Descriptor;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandsTest {
    @TempDir
    Path home;

    private TestBot bot;
    private PluginCommands commands;

    @BeforeEach
    void start() throws Exception {
        bot = TestBot.started(home);
        commands = new PluginCommands(bot.plugins);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void listsWhatRunsAndWhatWasRefused() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice-1.jar");
        Files.writeString(bot.folder.resolve("text.jar"), "hello");
        assertThatThrownBy(() -> commands.load("text.jar")).isInstanceOf(BellhopException.class);
        assertThat(plain(commands.list()))
                .contains("dice 1.0.0: running (dice-1.jar)")
                .contains("text.jar: refused. It is not a JAR");
    }

    @Test
    void loadsAndUnloadsByFileOrId() throws Exception {
        bot.put(PluginJar.simple("dice", "1.0.0"), "dice-1.jar");
        assertThat(plain(commands.load("dice-1.jar"))).startsWith("dice 1.0.0: running");
        assertThat(plain(commands.unload("dice-1.jar"))).startsWith("dice 1.0.0: unloaded");
        assertThat(plain(commands.load("dice"))).startsWith("dice 1.0.0: running");
        assertThat(plain(commands.disable("dice"))).startsWith("dice 1.0.0: disabled");
        assertThat(plain(commands.enable("dice"))).startsWith("dice 1.0.0: running");
        assertThat(plain(commands.reload("dice"))).startsWith("dice 1.0.0: running");
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsOutsideTheFolder() {
        assertThatThrownBy(() -> commands.unload("nobody")).hasMessage("There is no plugin nobody.");
        assertThatThrownBy(() -> commands.load("a\0b.jar")).hasMessageContaining("There is no plugin");
        assertThatThrownBy(() -> commands.load("../dice.jar")).hasMessageContaining("There is no plugin");
    }

    @Test
    void tellsAllOfAPlugin() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0").with("Plugin-Description", "Dice."), "dice.jar");
        bot.plugins.load("dice");
        var card = commands.info("dice");
        assertThat(card.title()).isEqualTo("dice 1.0.0");
        assertThat(plain(card.text())).isEqualTo("Dice.");
        assertThat(card.fields().stream().map(Card.Field::name))
                .contains("state", "file", "SHA-256", "plugin API", "commands", "threads", "run before");
    }

    @Test
    void tellsOfAPluginByItsFileAndWhyAFileIsNone() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice-1.jar");
        assertThat(commands.info("dice-1.jar").title()).isEqualTo("dice 1.0.0");
        assertThat(state(commands.info("dice"))).isEqualTo("running");
        commands.unload("dice");
        assertThat(state(commands.info("dice"))).startsWith("unloaded. It is unloaded until");

        Files.writeString(bot.folder.resolve("text.jar"), "hello");
        assertThatThrownBy(() -> commands.load("text.jar")).isInstanceOf(BellhopException.class);
        assertThatThrownBy(() -> commands.info("text.jar")).hasMessageStartingWith("It is not a JAR");
    }

    @Test
    void tellsOfAPluginThatItsNewerFileWasRefused() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        Files.writeString(bot.folder.resolve("dice.jar"), "hello");
        assertThatThrownBy(() -> commands.load("dice.jar")).isInstanceOf(BellhopException.class);

        var card = commands.info("dice");
        assertThat(state(card)).isEqualTo("running");
        assertThat(field(card, "newer file")).startsWith("refused. It is not a JAR");
    }

    @Test
    void tellsWhatAPluginCanBeTold() throws Exception {
        PluginJar.simple("dice", "1.0.0").source("dice", """
                @Config public record Rules(
                  @Setting(help = "How many sides.", orElse = "6") int sideCount,
                  Optional<String> name) {}""").write(bot.folder.resolve("dice.jar"));
        commands.load("dice.jar");
        assertThat(field(commands.info("dice"), "settings")).isEqualTo("  side-count (6): How many sides.\n  name");
    }

    @Test
    void areForOwnersOnly() throws IOException {
        assertThat(declared())
                .hasSize(7)
                .allSatisfy(command -> assertThat(command.rank()).isEqualTo(Rank.OWNER));
    }

    private static String state(Card card) {
        return field(card, "state");
    }

    private static String field(Card card, String name) {
        return card.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(field -> plain(field.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(Text text) {
        return new PlainText(Style.PLAIN).of(text);
    }

    private static List<CommandDeclaration> declared() throws IOException {
        try (var in = PluginCommands.class.getResourceAsStream("PluginCommands.class")) {
            var model = ClassFile.of().parse(in.readAllBytes());
            var core = new Descriptor("core", "0.1.0", "", "*", List.of(), Set.of());
            return CommandReader.read(model, core, name -> Optional.empty());
        }
    }
}
