package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Rest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandParsingTest {
    private final Room room = new Room(new Trials());

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    enum Mode {
        FT3,
        BEST_OF
    }

    /** Sides of a die. */
    record Die(int sides) {
        static Die parse(String written) {
            if (!written.startsWith("d")) {
                throw new IllegalArgumentException("A die is written like d6.");
            }
            return new Die(Integer.parseInt(written.substring(1)));
        }
    }

    static final class Trials {
        @Command(name = "createwar", help = "Makes a war.")
        String createWar(
                @Flag List<User> players,
                @Flag int game,
                @Flag(orElse = "10") int duration,
                @Flag Optional<Mode> type) {
            return players.stream().map(User::name).collect(Collectors.joining("+")) + " " + game + " " + duration + " "
                    + type.map(Mode::name).orElse("-");
        }

        @Command(name = "set", help = "Sets.")
        String set(User user, int rank) {
            return user.id() + "=" + rank;
        }

        @Command(name = "launch", help = "Runs.")
        String launch(@Flag boolean timed, String language, @Rest List<String> args) {
            return timed + " " + language + " " + args;
        }

        @Command(name = "say", help = "Says.")
        String say(@Rest String text) {
            return "[" + text + "]";
        }

        @Command(name = "types", help = "Takes all sorts.")
        String types(long big, double real, boolean yes, Duration time, Channel channel, Die die) {
            return big + " " + real + " " + yes + " " + time + " " + channel.name() + " " + die.sides();
        }

        @Command(name = "eval", help = "Takes code.")
        String eval(Optional<String> language, CodeBlock code, Optional<CodeBlock> stdin) {
            return language.orElse(code.language()) + ":" + code.code() + ":"
                    + stdin.map(CodeBlock::code).orElse("-");
        }

        @Command(name = "tag", help = "Tags.")
        String tag(@Flag(most = 2) List<String> names, @Arg(orElse = "none") String rest) {
            return names + " " + rest;
        }

        @Command(name = "read", help = "Reads a file.")
        String read(Attachment file) {
            return file.name();
        }

        @Command(name = "list", help = "Takes words.")
        String list(List<String> words) {
            return words.toString();
        }
    }

    @Test
    void takesFlagsWithOneDash() {
        assertThat(room.ann("!createwar -players @P1 @P2 -game 4 -duration 12 -type ft3"))
                .isEqualTo("P1+P2 4 12 FT3");
    }

    @Test
    void takesFlagsWithTwoDashesAndEquals() {
        assertThat(room.ann("!createwar --game=4 --type=best-of")).isEqualTo(" 4 10 BEST_OF");
    }

    @Test
    void takesANegativeNumberAsAValue() {
        assertThat(room.ann("!set bob -1")).isEqualTo("test:bob=-1");
    }

    @Test
    void endsFlagsAtTwoDashes() {
        assertThat(room.ann("!list a -- -b --c")).isEqualTo("[a, -b, --c]");
    }

    @Test
    void matchesNoFlagByItsBeginning() {
        assertThat(room.ann("!createwar -gam 4"))
                .startsWith("There is no flag -gam. Did you mean -game?")
                .contains("Usage: !createwar");
    }

    @Test
    void leavesEverythingAfterTheLanguageToTheProgram() {
        assertThat(room.ann("!launch -timed js -timed --x=1 -- -5")).isEqualTo("true js [-timed, --x=1, --, -5]");
    }

    @Test
    void takesQuotedWordsTogether() {
        assertThat(room.ann("!list \"a b\" 'c d' “e f” «g h» don't")).isEqualTo("[a b, c d, e f, g h, don't]");
    }

    @Test
    void takesAQuotedDashAsAValue() {
        assertThat(room.ann("!tag -names \"-x\" y rest")).isEqualTo("[-x, y] rest");
    }

    @Test
    void boundsWhatAListOfAFlagTakes() {
        assertThat(room.ann("!tag -names a b rest")).isEqualTo("[a, b] rest");
    }

    @Test
    void saysWhereAQuoteIsNeverClosed() {
        assertThat(room.ann("!list a \"b c")).isEqualTo("""
                        This quote is never closed. Close it, or put a backslash before it inside other quotes. \
                        (command.arguments, ref REF)
                        !list a "b c
                                ^
                        Usage: !list [WORDS...]""".replace("REF", ref()));
    }

    @Test
    void keepsTheRestOfTheLineAsItWasWritten() {
        assertThat(room.ann("!say  it's \"raw\"   -text\nand more")).isEqualTo("[it's \"raw\"   -text\nand more]");
    }

    @Test
    void convertsAllTypes() {
        assertThat(room.ann("!types 9000000000 2.5 yes 1m30s #general d20"))
                .isEqualTo("9000000000 2.5 true PT1M30S general 20");
    }

    @Test
    void showsTheMessageOfTheAuthorsOwnType() {
        assertThat(room.ann("!types 1 2 no 1s #c w6"))
                .startsWith("A die is written like d6.")
                .contains("^^");
    }

    @Test
    void saysWhatIsNoNumber() {
        assertThat(room.ann("!set bob high"))
                .startsWith("\"high\" is not a whole number. (")
                .contains("Usage: !set USER RANK");
        assertThat(room.ann("!set bob 2.5")).startsWith("\"2.5\" is not a whole number. (");
    }

    @Test
    void saysTheBoundsToWhoeverWentBeyondThem() {
        assertThat(room.ann("!set bob 99999999999"))
                .startsWith("\"99999999999\" is not a whole number between -2147483648 and 2147483647.");
    }

    @Test
    void saysWhatIsNoDuration() {
        assertThat(room.ann("!types 1 2 no soon #c d6")).startsWith("""
                "soon" is not a duration: write numbers with units (d, h, m, s, ms), such as 1m30s or 250ms. (""");
    }

    @Test
    void tellsWhoAsksForHelpWhereThereIsMore() {
        assertThat(room.ann("!set bob --help"))
                .startsWith("There is no flag -help.")
                .contains(" !help set tells all of this command. (");
        assertThat(room.ann("!set bob -h")).contains(" !help set tells all of this command. (");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(room.ann("!set bob")).startsWith("It needs rank.");
    }

    @Test
    void saysWhatIsTooMuch() {
        assertThat(room.ann("!set bob 1 2")).startsWith("That is more than this command takes.");
    }

    @Test
    void takesCodeBlocksInTheirOrder() {
        assertThat(room.ann("!eval\n```JS\nlet a = `x`;\n```\n```\n1 2\n```")).isEqualTo("js:let a = `x`;:1 2");
    }

    @Test
    void takesABlockThatStartsInTheLineAndOneThatIsNeverClosed() {
        assertThat(room.ann("!eval ```py\nprint(1)")).isEqualTo("py:print(1):-");
        assertThat(room.ann("!eval lua ```print(1)```")).isEqualTo("lua:print(1):-");
    }

    @Test
    void takesInlineCodeAsABlock() {
        assertThat(room.ann("!eval js `1+1`")).isEqualTo("js:1+1:-");
    }

    @Test
    void asksForAMissingBlockAndTakesItFromTheNextMessage() {
        assertThat(room.ann("!eval js")).startsWith("Send the code now");
        assertThat(room.ann("```\n2\n```")).isEqualTo("js:2:-");
        assertThat(room.says("ann", "```\n3\n```")).isEmpty();
    }

    @Test
    void noLongerWaitsForABlockOnceSomethingElseIsAsked() {
        assertThat(room.ann("!eval js")).startsWith("Send the code now");
        assertThat(room.ann("!list a")).isEqualTo("[a]");
        assertThat(room.says("ann", "```\n2\n```")).isEmpty();
    }

    @Test
    void takesAttachedFiles() {
        assertThat(room.ann("!read", Attachment.of("a.txt", "x"))).isEqualTo("a.txt");
        assertThat(room.ann("!read")).startsWith("It needs a file");
    }

    @Test
    void takesAFileForAMissingBlock() {
        assertThat(room.ann("!eval", Attachment.of("Hi.JS", "let é"))).isEqualTo("js:let é:-");
        assertThat(room.ann("!eval lua", Attachment.of("noname", "1"))).isEqualTo("lua:1:-");
        assertThat(room.ann("!eval js\n```\n2\n```", Attachment.of("data.csv", "1")))
                .isEqualTo("js:2:-");
    }

    @Test
    void takesNoFileForABlockThatIsNoText() {
        assertThat(room.ann("!eval", Attachment.of("a.js", new byte[] {(byte) 0xff})))
                .startsWith("The file a.js is no text in UTF-8.");
        assertThat(room.ann("!eval", Attachment.of("a.js", new byte[(256 << 10) + 1])))
                .startsWith("The file a.js is too big for code; the most is 256 KiB.");
    }

    @Test
    void takesAFileAsTheAnswerToAMissingBlock() {
        assertThat(room.ann("!eval js")).startsWith("Send the code now");
        assertThat(room.ann("here", Attachment.of("a.txt", "3"))).isEqualTo("js:3:-");
    }

    @Test
    void survivesAMegabyteBinaryAndControlCharacters() {
        assertThat(room.ann("!say " + "x".repeat(1 << 20))).hasSize((1 << 20) + 2);
        assertThat(room.ann("!list \0 \u202e \uD800")).startsWith("[");
        assertThat(room.ann("!list " + "\"a ".repeat(999))).startsWith("This quote is never closed");
        assertThat(room.ann("!" + "x".repeat(5000))).startsWith("There is no command");
    }

    private String ref() {
        var last = room.connector.sent().getLast();
        var text = last.content().text().toString();
        int at = text.indexOf("ref ") + 4;
        return text.substring(at, text.indexOf(')', at));
    }
}
