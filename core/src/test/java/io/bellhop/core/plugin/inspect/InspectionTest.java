package io.bellhop.core.plugin.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.PluginJar;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    private static final String ONE_COMMAND = """
            @ChatPlugin public final class Main {
              static { System.setProperty("inspected.ran", "yes"); }
              @Command(name = "dice", help = "Rolls.") String roll(int sides) { return "4"; }
              @Config public record Settings(String token) {}
            }""";

    @TempDir
    Path home;

    private final Map<String, String> pins = new HashMap<>();
    private Inspector inspector;
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        var copies = new PrivateCopies(home.resolve("copies"));
        copies.clear();
        inspector = new Inspector(copies, "0.1.3", id -> Optional.ofNullable(pins.get(id)));
        file = home.resolve("dice.jar");
    }

    @Test
    void readsEverythingWithoutRunningAnything() {
        var blueprint = inspect(dice().with("Plugin-Description", "Dice.")
                .with("Plugin-Dependencies", "code@^0.1.0, x")
                .with("Bellhop-Exports", "p.dice"));
        assertThat(blueprint.descriptor().description()).isEqualTo("Dice.");
        assertThat(blueprint.descriptor().dependencies())
                .containsExactly(new Dependency("code", "^0.1.0"), new Dependency("x", "*"));
        assertThat(blueprint.descriptor().exports()).containsExactly("p.dice");
        assertThat(blueprint.declarations().classes()).containsExactly("p.dice.Main");
        assertThat(blueprint.declarations().configurations()).containsExactly("p.dice.Main$Settings");
        assertThat(blueprint.declarations().commands())
                .singleElement()
                .satisfies(command -> assertThat(command.name()).isEqualTo("dice"));
        assertThat(System.getProperty("inspected.ran")).isNull();
    }

    @Test
    void readsTheSettingsOfRecordsInsideRecords() {
        var blueprint = inspect(PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  @Config public record Table(
                      @Setting(help = "Where.") Optional<Map<String, Room>> rooms, List<Door> doors, Door back) {}
                  public record Room(@Setting(help = "How many.", orElse = "4") int seats, Door front) {}
                  public record Door(@Setting(orElse = "shut") String isOpen, List<String> keys) {}
                }"""));
        assertThat(blueprint.declarations().settings())
                .contains(new DeclaredSetting("rooms.NAME.seats", "How many.", "4"))
                .extracting(DeclaredSetting::key)
                .containsExactly(
                        "rooms",
                        "rooms.NAME.seats",
                        "rooms.NAME.front",
                        "rooms.NAME.front.is-open",
                        "rooms.NAME.front.keys",
                        "doors",
                        "doors[].is-open",
                        "doors[].keys",
                        "back",
                        "back.is-open",
                        "back.keys");
    }

    @Test
    void readsNotForEverWhatIsInsideItself() {
        var blueprint = inspect(PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  @Config public record Endless(Optional<Endless> one, Optional<Endless> other) {}
                }"""));
        assertThat(blueprint.declarations().settings()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void readsTheMessagesOfOtherLanguages() {
        var command = inspect(dice().resource("messages_de.properties", """
                                command.dice.help = Würfelt.
                                command.dice.sides.help = wie viele Seiten
                                greeting = Hallo""")
                        .resource("messages_pt_BR.properties", "command.dice.help = Rola dados.")
                        .resource("messages.properties", "command.other.help = x"))
                .declarations()
                .commands()
                .getFirst();
        var sides = command.parameters().getFirst();
        assertThat(command.help()).isEqualTo("Rolls.");
        assertThat(command.help(Locale.ENGLISH)).isEqualTo("Rolls.");
        assertThat(command.help(Locale.GERMAN)).isEqualTo("Würfelt.");
        assertThat(command.help(Locale.of("de", "AT"))).isEqualTo("Würfelt.");
        assertThat(command.help(Locale.of("pt", "BR"))).isEqualTo("Rola dados.");
        assertThat(command.help(Locale.of("pt"))).isEqualTo("Rolls.");
        assertThat(sides.help(Locale.GERMAN)).isEqualTo("wie viele Seiten");
        assertThat(sides.help(Locale.FRENCH)).isEmpty();
    }

    @Test
    void refusesMessagesThatCantBeRead() {
        dice().resource("messages_xx.properties", "").write(file);
        assertRefused("messages_xx.properties is for no language that is known. Name it like messages_de.properties");
        dice().resource("messages_de_XX.properties", "").write(file);
        assertRefused("for no language that is known");
        dice().resource("messages_de.properties", "command.dice.help = \\u12").write(file);
        assertRefused("four hexadecimal digits");
        dice().resource("messages_de.properties", "command.dcie.help = x").write(file);
        assertRefused(
                "the key command.dcie.help, which names no command or parameter. Did you mean command.dice.help?");
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        Files.writeString(file, "hello");
        assertRefused("not a JAR, or only half of one");
    }

    @Test
    void refusesHalfAJar() throws IOException {
        var whole = Files.readAllBytes(dice().write(file));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused("not a JAR, or only half of one");
    }

    @Test
    void refusesAJarWithoutManifest() {
        dice().withoutManifest().write(file);
        assertRefused("no manifest", "bellhop-plugin-parent");
    }

    @Test
    void refusesAManifestThatIsNoPlugins() {
        PluginJar.of("", "1.0.0").source("dice", ONE_COMMAND).write(file);
        assertRefused("no Plugin-Id", "bellhop-plugin-parent");
    }

    @Test
    void refusesIdsThatAreNone() {
        PluginJar.of("Dice!", "1.0.0").source("dice", ONE_COMMAND).write(file);
        assertRefused("'Dice!'", "lower-case");
        PluginJar.of("core", "1.0.0").source("dice", ONE_COMMAND).write(file);
        assertRefused("not 'core'");
    }

    @Test
    void refusesAVersionThatIsNone() {
        PluginJar.of("dice", "one").source("dice", ONE_COMMAND).write(file);
        assertRefused("'one'", "1.0.0");
    }

    @Test
    void refusesLostParameterNamesWithTheRemedy() {
        dice().withoutParameters().write(file);
        assertRefused("-parameters", "bellhop-plugin-parent");
    }

    @Test
    void refusesAnotherApi() {
        dice().with("Plugin-Requires", "^2.0.0").write(file);
        assertRefused("^2.0.0", "0.1.3");
    }

    @Test
    void refusesAJarWithoutPluginClass() {
        PluginJar.of("dice", "1.0.0").source("dice", "public class Main {}").write(file);
        assertRefused("@ChatPlugin");
    }

    @Test
    void refusesAnotherHashThanThePinnedOne() {
        pins.put("dice", "00ff");
        dice().write(file);
        assertRefused("SHA-256", "plugins.dice.sha256");
    }

    @Test
    void takesThePinnedHash() throws IOException {
        dice().write(file);
        pins.put("dice", Sha256.of(file).toUpperCase(Locale.ROOT));
        assertThat(inspector.inspect(file).id()).isEqualTo("dice");
    }

    @Test
    void refusesAClassThatUnpacksToTooMuch() throws IOException {
        dice().write(file);
        try (var jar = FileSystems.newFileSystem(file)) {
            Files.write(jar.getPath("p/Bomb.class"), new byte[9 << 20]);
        }
        assertRefused("p/Bomb.class", "too large");
    }

    @Test
    void refusesADamagedClassFile() throws IOException {
        dice().write(file);
        try (var jar = FileSystems.newFileSystem(file)) {
            Files.writeString(jar.getPath("p/Odd.class"), "no class, but Lio/bellhop/api/plugin/ChatPlugin;");
        }
        assertRefused("p/Odd.class", "damaged");
    }

    @Test
    void refusesAFolderAndAFileThatIsNotThere() throws IOException {
        assertRefused("no such file");
        Files.createDirectory(file);
        assertRefused("");
    }

    @Test
    void refusesASubscriberThatTakesNoEvent() {
        PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main { @Subscribe void hear() {} }""").write(file);
        assertRefused("@Subscribe", "one event");
    }

    @Test
    void refusesAServiceThatNobodySees() {
        dice().source("dice", "@Service public interface Luck {}").write(file);
        assertRefused("plugin.exports", "p.dice");
    }

    private static PluginJar dice() {
        return PluginJar.of("dice", "1.0.0").source("dice", ONE_COMMAND);
    }

    private Blueprint inspect(PluginJar jar) {
        return inspector.inspect(jar.write(file));
    }

    private void assertRefused(String... parts) {
        var before = copies();
        assertThatThrownBy(() -> inspector.inspect(file))
                .isInstanceOf(PluginRefused.class)
                .message()
                .contains(parts);
        assertThat(copies()).isEqualTo(before);
    }

    private String[] copies() {
        return home.resolve("copies").toFile().list((_, name) -> name.endsWith(".jar"));
    }
}
