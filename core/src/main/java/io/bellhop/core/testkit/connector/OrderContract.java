package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.event.MessageReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All arrives, in order and unbroken, however much it is. */
interface OrderContract extends OnStage {
    /** Words that can be counted. */
    Pattern NUMBERED = Pattern.compile("n\\d{4}n");

    /** Words that say whose they are. */
    Pattern SPOKEN = Pattern.compile("([a-d])\\d{4}\\1");

    @Test
    default void keepsTheOrderOfAThousandMessages() {
        var sent = new ArrayList<CompletionStage<Receipt>>();
        var called = stage().atOnce(() -> {
            numbers(1000).forEach(word -> sent.add(connector().say(lobby(), Content.of(word))));
            return CompletableFuture.completedStage(true);
        });
        stage().now(called);
        var receipts = sent.stream().map(stage()::now).toList();

        assertEquals(numbers(1000).toList(), numbersIn(stage().lobbySees()));
        assertEquals(1000, receipts.stream().map(Receipt::message).distinct().count());
    }

    @Test
    default void hearsAThousandMessagesInOrder() throws Exception {
        for (var word : numbers(1000).toList()) {
            stage().platform().says(Person.ANN, word);
        }
        var heard = Stream.generate(() -> stage().heard().next(MessageReceived.class))
                .limit(1000)
                .map(event -> event.message().text())
                .toList();

        assertEquals(numbers(1000).toList(), heard);
    }

    @Test
    default void losesNothingOfManyLines() {
        say(Text.of(numbers(700).collect(Collectors.joining(" and so on\n"))));
        assertEquals(numbers(700).toList(), numbersIn(stage().lobbySees()));
    }

    @Test
    default void losesNothingOfOneLongLine() {
        say(Text.of(numbers(700).collect(Collectors.joining(" "))));
        assertEquals(numbers(700).toList(), numbersIn(stage().lobbySees()));
    }

    @Test
    default void losesNothingOfWhatIsFarTooLong() {
        say(Text.of(numbers(9000).collect(Collectors.joining("\n"))));
        assertEquals(numbers(9000).toList(), numbersIn(stage().lobbySees()));
    }

    /** Else two answers in one channel would be shuffled. */
    @Test
    default void letsNothingComeBetweenThePartsOfWhatIsLong() throws Exception {
        var asked = stage().hears(Person.ANN, "!long").id();
        var sent = List.of(
                connector().say(lobby(), Content.of(words("a"))),
                connector().say(lobby(), Content.of("b0000b")),
                connector().reply(asked, Content.of(words("c"))),
                connector().reply(asked, Content.of("d0000d")));
        sent.forEach(stage()::now);

        var speakers = stage().lobbySees().stream()
                .flatMap(sight -> SPOKEN.matcher(sight.all()).results())
                .map(word -> word.group().substring(0, 1))
                .toList();
        var turns = IntStream.range(0, speakers.size())
                .filter(i -> i == 0 || !speakers.get(i).equals(speakers.get(i - 1)))
                .mapToObj(speakers::get)
                .toList();
        assertEquals(List.of("a", "b", "c", "d"), turns);
    }

    private static String words(String speaker) {
        return numbers(500).map(word -> word.replace("n", speaker)).collect(Collectors.joining("\n"));
    }

    @Test
    default void keepsCodeCodeWhereItIsSplit() {
        say(Text.of("before ")
                .fence("", numbers(500).collect(Collectors.joining("\n")))
                .add("after"));
        var seen = stage().lobbySees();

        assertEquals(numbers(500).toList(), numbersIn(seen));
        var code = seen.stream().flatMap(sight -> sight.code().stream()).collect(Collectors.joining("\n"));
        assertFalse(code.contains("before") || code.contains("after"), code);
        if (!code.isEmpty()) {
            assertEquals(numbers(500).toList(), found(code));
        }
    }

    @Test
    default void breaksNoCharacter() {
        for (var whole : List.of(
                "\u00e4",
                "\u6f22",
                "\uD83D\uDE00",
                "e\u0301",
                "\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83D\uDC4D\uD83C\uDFFD")) {
            say(Text.of("x" + whole.repeat(900))); // so that no even limit falls between two
            var seen = stage().lobbySees();

            assertEquals(
                    900, wholeOf(seen, "").split(Pattern.quote(whole), -1).length - 1, () -> whole + " in " + seen);
            var broken = whole.codePoints().filter(c -> c > '~').boxed().toList();
            for (var sight : seen) {
                var left = sight.all().replace(whole, "");
                assertTrue(broken.stream().noneMatch(c -> left.indexOf(c) >= 0), () -> whole + " broken in " + left);
            }
        }
    }

    private void say(Text text) {
        stage().now(connector().say(lobby(), Content.of(text)));
    }

    private static Stream<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj("n%04dn"::formatted);
    }

    private static List<String> numbersIn(List<Sight> seen) {
        return found(wholeOf(seen, "\n"));
    }

    /** What is too long for messages comes whole in a file, whatever is shown of it beside that. */
    private static String wholeOf(List<Sight> seen, String between) {
        var files =
                seen.stream().flatMap(sight -> sight.files().values().stream()).collect(Collectors.joining(between));
        return files.isEmpty() ? seen.stream().map(Sight::text).collect(Collectors.joining(between)) : files;
    }

    private static List<String> found(String text) {
        return NUMBERED.matcher(text).results().map(MatchResult::group).toList();
    }
}
