package io.bellhop.core.discord.slash;

import static io.bellhop.core.discord.slash.Declared.argument;
import static io.bellhop.core.discord.slash.Declared.command;
import static io.bellhop.core.discord.slash.Declared.many;
import static io.bellhop.core.discord.slash.Declared.maybe;
import static io.bellhop.core.discord.slash.Declared.oneOf;
import static io.bellhop.core.discord.slash.Declared.parameter;
import static io.bellhop.core.discord.slash.Declared.rest;
import static io.bellhop.core.discord.slash.Declared.several;
import static io.bellhop.core.discord.slash.Declared.slash;
import static io.bellhop.core.discord.slash.Declared.suggested;
import static io.bellhop.core.discord.slash.Declared.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.core.command.declare.ParameterDeclaration.Multiplicity;
import io.bellhop.core.command.declare.Slot;
import io.bellhop.core.command.declare.ValueType.Own;
import io.bellhop.core.command.declare.ValueType.Plain;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.junit.jupiter.api.Test;

/** What a command's parameters are on Discord. */
class SlashOptionTest {
    @Test
    void typesTheOptions() {
        var tree = tree(command(
                "all",
                argument("text", Plain.TEXT),
                argument("int", Plain.INT),
                argument("long", Plain.LONG),
                argument("double", Plain.DOUBLE),
                argument("boolean", Plain.BOOLEAN),
                argument("duration", Plain.DURATION),
                argument("user", Plain.USER),
                argument("channel", Plain.CHANNEL),
                argument("file", Plain.ATTACHMENT),
                parameter("own", Kind.ARGUMENT, new Own("x.User", "parse"), Multiplicity.ONE, ""),
                several("users", Plain.USER),
                rest("rest")));

        assertThat(slash(tree, "all").getOptions())
                .extracting(OptionData::getName, OptionData::getType, OptionData::isRequired)
                .containsExactly(
                        tuple("text", OptionType.STRING, true),
                        tuple("int", OptionType.INTEGER, true),
                        tuple("long", OptionType.INTEGER, true),
                        tuple("double", OptionType.NUMBER, true),
                        tuple("boolean", OptionType.BOOLEAN, true),
                        tuple("duration", OptionType.STRING, true),
                        tuple("user", OptionType.USER, true),
                        tuple("channel", OptionType.CHANNEL, true),
                        tuple("file", OptionType.ATTACHMENT, true),
                        tuple("own", OptionType.STRING, true),
                        tuple("users", OptionType.STRING, false),
                        tuple("rest", OptionType.STRING, false));
    }

    @Test
    void putsRequiredOptionsFirst() {
        var tree = tree(command("war", maybe("game", Plain.INT), argument("whom", Plain.USER)));

        assertThat(slash(tree, "war").getOptions())
                .extracting(OptionData::getName)
                .containsExactly("whom", "game");
    }

    @Test
    void putsFlagsBehindWhatAnybodyWouldGive() {
        var tree = tree(command(
                "war",
                maybe("fast", Plain.BOOLEAN),
                parameter("game", Kind.ARGUMENT, Plain.INT, Multiplicity.OPTIONAL, ""),
                argument("whom", Plain.USER)));

        assertThat(slash(tree, "war").getOptions())
                .extracting(OptionData::getName)
                .containsExactly("whom", "game", "fast");
    }

    @Test
    void leavesCodeToAForm() {
        var tree = tree(command(
                "run", parameter("code", Kind.CODE_BLOCK, Plain.CODE_BLOCK, Multiplicity.ONE, ""), rest("args")));

        assertThat(slash(tree, "run").getOptions())
                .extracting(OptionData::getName)
                .containsExactly("args");
        assertThat(tree.leftOut()).isEmpty();
    }

    @Test
    void takesSomeFilesWhereThereIsRoom() {
        var files = parameter("files", Kind.ATTACHMENT, Plain.ATTACHMENT, Multiplicity.LIST, "beside it");
        var tree = tree(command("zip", files, maybe("name", Plain.TEXT)));

        assertThat(slash(tree, "zip").getOptions())
                .extracting(OptionData::getName, OptionData::getType, OptionData::isRequired)
                .containsExactly(
                        tuple("files", OptionType.ATTACHMENT, false),
                        tuple("name", OptionType.STRING, false),
                        tuple("files-2", OptionType.ATTACHMENT, false),
                        tuple("files-3", OptionType.ATTACHMENT, false),
                        tuple("files-4", OptionType.ATTACHMENT, false),
                        tuple("files-5", OptionType.ATTACHMENT, false));
        assertThat(tree.option(command("zip", files), "files-3")).contains(files);

        var flags = IntStream.range(0, 23).mapToObj(number -> maybe("flag" + number, Plain.INT));
        var full = tree(command("zip", Stream.concat(Stream.of(files), flags).toArray(Slot[]::new)));
        assertThat(slash(full, "zip").getOptions())
                .hasSize(25)
                .extracting(OptionData::getName)
                .contains("files", "flag22", "files-2")
                .doesNotContain("files-3");
        assertThat(full.leftOut()).isEmpty();
    }

    @Test
    void opensAFormForCodeWhereNothingElseWould() {
        var code = parameter("code", Kind.CODE_BLOCK, Plain.CODE_BLOCK, Multiplicity.OPTIONAL, "what it runs");
        var tree = tree(command("shorten", rest("definition"), code));

        assertThat(slash(tree, "shorten").getOptions())
                .extracting(OptionData::getName, OptionData::getType)
                .containsExactly(tuple("definition", OptionType.STRING), tuple("code", OptionType.BOOLEAN));
        assertThat(slash(tree, "shorten").getOptions().getLast().getDescription())
                .isEqualTo("True opens a form for it: what it runs");
    }

    @Test
    void offersUpTo25ListedValuesAndCompletesMore() {
        var few = slash(tree(command("few", oneOf("mode", 25))), "few")
                .getOptions()
                .getFirst();
        var many = slash(tree(command("many", oneOf("mode", 26))), "many")
                .getOptions()
                .getFirst();

        assertThat(few.getChoices())
                .hasSize(25)
                .extracting(Command.Choice::getAsString)
                .contains("value-24");
        assertThat(few.isAutoComplete()).isFalse();
        assertThat(many.getChoices()).isEmpty();
        assertThat(many.isAutoComplete()).isTrue();
    }

    @Test
    void completesWhatThePluginCompletes() {
        var options = slash(
                        tree(command(
                                "feed",
                                suggested("animal", Plain.TEXT),
                                suggested("count", Plain.INT),
                                suggested("keeper", Plain.USER),
                                argument("food", Plain.TEXT))),
                        "feed")
                .getOptions();

        assertThat(options)
                .extracting(OptionData::isAutoComplete)
                .containsExactly(true, true, false, false); // Discord completes users itself
    }

    @Test
    void findsTheParameterOfAnOption() {
        var name = "long-Name" + "x".repeat(40);
        var given = command("x", argument(name, Plain.TEXT));
        var tree = tree(given);
        var option = slash(tree, "x").getOptions().getFirst().getName();

        assertThat(option).hasSize(32).isLowerCase();
        assertThat(tree.option(given, option)).contains(given.parameters().getFirst());
        assertThat(tree.option(given, "other")).isEmpty();
    }

    @Test
    void cutsLongDescriptions() {
        var help = "🙂".repeat(80);
        var tree = tree(command("x", parameter("o", Kind.ARGUMENT, Plain.TEXT, Multiplicity.ONE, help)));

        var description = slash(tree, "x").getOptions().getFirst().getDescription();

        assertThat(description).hasSizeLessThanOrEqualTo(100).endsWith("🙂…");
    }
}
