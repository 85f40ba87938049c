package io.bellhop.core.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.Rest;
import io.bellhop.api.plugin.PluginDescription;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.CommandReader;
import io.bellhop.core.testkit.FakeConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given by name reads, as a line, as exactly what was given. */
class BlanksTest {
    private final FakeConnector connector = new FakeConnector();

    static final class Trials {
        @Command(name = "pay", help = "")
        void pay(String who, Optional<String> what, String why) {}

        @Command(name = "order", help = "")
        void order(@Flag List<String> with, @Flag boolean fast, @Flag Optional<String> to, List<String> dishes) {}

        @Command(name = "say", help = "")
        void say(@Flag Optional<String> to, @Rest String words) {}

        @Command(name = "go", help = "")
        void go(Optional<String> language, @Rest List<String> args, CodeBlock code, Optional<CodeBlock> stdin) {}
    }

    private record TrialPlugin(String id, String version, String description) implements PluginDescription {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word",
                "two words",
                "-flag",
                "--",
                "-- -fast",
                "\"",
                "it's",
                "“quoted”",
                "\\",
                "a\\",
                "\\\"",
                "\" -fast \"",
                "line\nline",
                "```",
                "```js\nboom\n```",
                "a\\```b````c",
                "``````",
                "`x`",
                "@everyone",
                "<@1>"
            })
    void keepsAValueAsItIs(String value) {
        assertThat(read("pay", Map.of("who", value, "what", value, "why", value)))
                .containsExactly(value, Optional.of(value), value);
        assertThat(read("say", Map.of("to", value, "words", value))).containsExactly(Optional.of(value), value);
    }

    @Test
    void skipsWhatMayBeLeftOut() {
        assertThat(line("pay", Map.of("who", "ann", "why", "war"))).isEqualTo("pay \"ann\" \"\" \"war\"");
        assertThat(read("pay", Map.of("who", "ann", "why", "war"))).containsExactly("ann", Optional.empty(), "war");
        assertThat(read("go", Map.of("args", "a \"b c\"", "code", "x")))
                .containsExactly(Optional.empty(), List.of("a", "b c"), new CodeBlock("", "x"), Optional.empty());
    }

    @Test
    void tellsListsFromWhatFollowsThem() {
        assertThat(read("order", Map.of("with", "salt 'black pepper'", "dishes", "soup -fast")))
                .containsExactly(List.of("salt", "black pepper"), false, Optional.empty(), List.of("soup", "-fast"));
        assertThat(read("order", Map.of("with", "salt", "fast", "true", "to", "-12")))
                .containsExactly(List.of("salt"), true, Optional.of("-12"), List.of());
        assertThat(read("order", Map.of("fast", "false"))).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"print(1)", "a\n\nb\n", "```", "x\n```\n!say out\n```\ny", "`````", "  indented", "-x \"y"})
    void keepsCodeInItsBlock(String code) {
        var stdin = "in\n````";
        assertThat(read("go", Map.of("language", "js", "code", code, "stdin", stdin)))
                .containsExactly(
                        Optional.of("js"), List.of(), new CodeBlock("", code), Optional.of(new CodeBlock("", stdin)));
    }

    @Test
    void takesOneFencedBlockForTheCodeInIt() {
        assertThat(read("go", Map.of("code", "```js\r\nlog(1)\r\n```"))[2]).isEqualTo(new CodeBlock("js", "log(1)"));
    }

    @Test
    void fillsWhatALineLeavesOpen() {
        var given = MessageParts.of("pay ann");
        var blanks = Blanks.of(command("pay"), given, " ann");
        assertThat(blanks.open()).extracting(ParameterDescription::name).containsExactly("what", "why");
        assertThat(blanks.filled(Map.of("who", "ben", "why", "so")).line()).isEqualTo("pay ann \"\" \"so\"");
    }

    @Test
    void neverAsksTwiceForABlock() {
        var given = MessageParts.of("go js\n```\ncode\n```");
        assertThat(Blanks.of(command("go"), given, " js").open())
                .extracting(ParameterDescription::name)
                .containsExactly("args", "stdin");
    }

    private String line(String command, Map<String, String> values) {
        return Blanks.of(command(command), MessageParts.of(command), "")
                .filled(values)
                .text();
    }

    /** The arguments of a command's method, when a line is read that was written of them. */
    private Object[] read(String command, Map<String, String> values) {
        var parts = MessageParts.of(line(command, values));
        var author = FakeConnector.named("ann");
        var message = connector.message(author, "lobby", "", List.of(), Instant.EPOCH);
        return BoundCommand.of(command(command), _ -> new Trials())
                .arguments(
                        null,
                        new ConversionContext(message, connector),
                        parts.line().substring(command.length()),
                        parts.blocks());
    }

    private static CommandDeclaration command(String name) {
        return CommandReader.read(model(), new TrialPlugin("trial", "1", ""), none -> Optional.empty()).stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static java.lang.classfile.ClassModel model() {
        try (var in = Trials.class.getResourceAsStream("BlanksTest$Trials.class")) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
