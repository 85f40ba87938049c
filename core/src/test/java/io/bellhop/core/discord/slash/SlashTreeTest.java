package io.bellhop.core.discord.slash;

import static io.bellhop.core.discord.slash.Declared.argument;
import static io.bellhop.core.discord.slash.Declared.command;
import static io.bellhop.core.discord.slash.Declared.many;
import static io.bellhop.core.discord.slash.Declared.maybe;
import static io.bellhop.core.discord.slash.Declared.oneOf;
import static io.bellhop.core.discord.slash.Declared.ranked;
import static io.bellhop.core.discord.slash.Declared.slash;
import static io.bellhop.core.discord.slash.Declared.tree;
import static net.dv8tion.jda.api.interactions.IntegrationType.GUILD_INSTALL;
import static net.dv8tion.jda.api.interactions.IntegrationType.USER_INSTALL;
import static net.dv8tion.jda.api.interactions.InteractionContextType.BOT_DM;
import static net.dv8tion.jda.api.interactions.InteractionContextType.GUILD;
import static net.dv8tion.jda.api.interactions.InteractionContextType.PRIVATE_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellhop.api.access.Rank;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.core.command.declare.Slot;
import io.bellhop.core.command.declare.ValueType.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

class SlashTreeTest {
    @Test
    void makesPathsOfTheWordsOfAName() {
        var tree = tree(command("ping"), command("access set"), command("access simulate set"));

        assertThat(tree.commands()).extracting(CommandData::getName).containsExactly("access", "ping");
        assertThat(slash(tree, "access").getSubcommands())
                .extracting(SubcommandData::getName)
                .containsExactly("set");
        assertThat(slash(tree, "access").getSubcommandGroups().getFirst().getSubcommands())
                .extracting(SubcommandData::getName)
                .containsExactly("set");
        for (var name : List.of("ping", "access set", "access simulate set")) {
            assertThat(tree.find(name)).map(CommandDescription::name).contains(name);
        }
        assertThat(tree.find("access")).isEmpty();
        assertThat(tree.find("alias of ping")).isEmpty();
        assertThat(tree.leftOut()).isEmpty();
    }

    @Test
    void joinsWhatIsDeeperThanThreeWords() {
        assertThat(tree(command("a b c d e")).find("a b c-d-e")).isPresent();
    }

    @Test
    void putsACommandThatAlsoHasSubCommandsAmongThem() {
        var tree = tree(command("audit"), command("audit verify"), command("audit verify deep"));

        assertThat(tree.find("audit main")).map(CommandDescription::name).contains("audit");
        assertThat(tree.find("audit verify main")).map(CommandDescription::name).contains("audit verify");
        assertThat(tree.find("audit verify deep")).isPresent();
    }

    @Test
    void leavesOutWhatDiscordCantTakeAndSaysWhy() {
        var options = new ArrayList<Slot>();
        IntStream.range(0, 27).forEach(number -> options.add(maybe("o" + number, Plain.INT)));
        options.add(argument("needed", Plain.TEXT));
        var tree = tree(
                command("x".repeat(33)),
                command("twins", maybe("n".repeat(33), Plain.INT), maybe("n".repeat(34), Plain.INT)),
                command("wide", options.toArray(Slot[]::new)),
                command(
                        "choosy",
                        IntStream.range(0, 25).mapToObj(i -> oneOf("o" + i, 25)).toArray(Slot[]::new)),
                command("audit"),
                command("audit main"));

        assertThat(tree.commands()).extracting(CommandData::getName).containsExactly("audit", "twins", "wide");
        assertThat(slash(tree, "wide").getOptions()).hasSize(25);
        assertThat(slash(tree, "twins").getOptions()).hasSize(1);
        assertThat(tree.leftOut())
                .hasSize(7)
                .anyMatch(sentence -> sentence.contains("x".repeat(33)) && sentence.contains("at most 32 letters"))
                .anyMatch(sentence -> sentence.contains("\"o25\" of the command \"wide\""))
                .anyMatch(sentence -> sentence.contains("\"o26\" of the command \"wide\""))
                .anyMatch(sentence -> sentence.contains("the same name of 32 letters"))
                .anyMatch(sentence -> sentence.contains("\"choosy\"") && sentence.contains("more than Discord takes"))
                .anyMatch(sentence -> sentence.contains("\"audit\"") && sentence.contains("/audit main, is taken"));
    }

    @Test
    void showsWhatIsForAdminsToThoseWhoManageTheServer() {
        var tree = tree(
                ranked(Rank.ADMIN, "shutdown"),
                ranked(Rank.MODERATOR, "mute"),
                ranked(Rank.ADMIN, "access set"),
                ranked(Rank.EVERYONE, "access show"));

        assertThat(slash(tree, "shutdown").getDefaultPermissions())
                .isEqualTo(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
        assertThat(slash(tree, "mute").getDefaultPermissions()).isEqualTo(DefaultMemberPermissions.ENABLED);
        assertThat(slash(tree, "access").getDefaultPermissions()).isEqualTo(DefaultMemberPermissions.ENABLED);
    }

    @Test
    void worksWhereverThePeopleAreWhoHaveInstalledTheBot() {
        assertThat(tree(command("ping"), command("run"), command("access show")).commands())
                .filteredOn(command -> !command.getName().equals("Rank"))
                .hasSize(4)
                .allSatisfy(command -> {
                    assertThat(command.getContexts()).containsExactlyInAnyOrder(GUILD, BOT_DM, PRIVATE_CHANNEL);
                    assertThat(command.getIntegrationTypes()).containsExactlyInAnyOrder(GUILD_INSTALL, USER_INSTALL);
                    assertThat(command.isNSFW()).isFalse();
                });
    }

    @Test
    void leavesToServersWhatIsAboutThem() {
        assertThat(tree(ranked(Rank.ADMIN, "mute"), command("access show")).commands())
                .filteredOn(command -> !command.getName().equals("access"))
                .hasSize(2)
                .allSatisfy(command -> {
                    assertThat(command.getContexts()).containsExactlyInAnyOrder(GUILD, BOT_DM);
                    assertThat(command.getIntegrationTypes()).containsExactly(GUILD_INSTALL);
                });
    }

    @Test
    void addsTheMenusWhoseCommandsAreThere() {
        var tree = tree(command("run"), command("access show"));

        assertThat(tree.commands())
                .extracting(CommandData::getType, CommandData::getName)
                .contains(tuple(Command.Type.MESSAGE, "Run code"), tuple(Command.Type.USER, "Rank"));
        assertThat(tree.find("Run code")).map(CommandDescription::name).contains("run");
        assertThat(tree.find("Rank")).map(CommandDescription::name).contains("access show");
        assertThat(tree(command("ping")).commands()).hasSize(1);
    }

    @Test
    void putsCommandsUnderTheirPluginsBeyond100() {
        var commands = new ArrayList<>(many(80, "zoo", "z"));
        commands.addAll(many(20, "dice", "d"));
        assertThat(SlashTree.of(commands).find("z100")).isPresent();

        commands.add(Declared.of("core", "ping"));
        var tree = SlashTree.of(commands);

        assertThat(tree.find("ping")).isPresent();
        assertThat(tree.find("d100")).isPresent();
        assertThat(tree.find("zoo z100")).isPresent();
        assertThat(tree.find("zoo-2 z125")).isPresent();
        assertThat(tree.find("zoo-4 z179")).isPresent();
        assertThat(tree.commands()).hasSize(20 + 1 + 4);
        assertThat(slash(tree, "zoo").getDescription()).isEqualTo("What zoo does.");
        assertThat(tree.leftOut()).isEmpty();
    }

    @Test
    void leavesOutWhatIsTooMuchEvenSo() {
        var commands = new ArrayList<CommandDescription>();
        for (int plugin = 100; plugin < 203; plugin++) {
            commands.addAll(many(2, "p" + plugin, "c" + plugin + "-"));
        }

        var tree = SlashTree.of(commands);

        assertThat(tree.commands()).hasSize(100);
        assertThat(tree.leftOut()).hasSize(6).allMatch(sentence -> sentence.contains("there are 100 others"));
    }

    @Test
    void partsSubCommandsThatAreTooLongTogether() {
        var commands = IntStream.range(0, 20)
                .mapToObj(i -> command("big c" + i, oneOf("a", 25), oneOf("b", 25)))
                .toArray(CommandDescription[]::new);

        var tree = tree(commands);

        assertThat(tree.commands()).extracting(CommandData::getName).contains("big", "big-2");
        assertThat(tree.leftOut()).isEmpty();
    }

    @Test
    void isTheSameWhateverTheOrder() {
        var commands = many(120, "zoo", "z");

        assertThat(json(SlashTree.of(commands.reversed()))).isEqualTo(json(SlashTree.of(commands)));
    }

    private static List<String> json(SlashTree tree) {
        return tree.commands().stream()
                .map(command -> command.toData().toString())
                .toList();
    }
}
