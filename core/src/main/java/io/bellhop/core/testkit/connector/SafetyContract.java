package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.core.testkit.connector.Sight.Kind;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users and programs wrote stays what it is, wherever it stands. */
interface SafetyContract extends OnStage {
    /** Characters that do something instead of being seen: control, bidirectional, of no width. */
    String HIDDEN = "\0\u0001\u0002\u0003\u0007\b\u000b\f\u000e\u000f\u0016\u001b\u001d\u001f\u007f\u0085\u009b"
            + "\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
            + "\ufeff\ufff9";

    /** What would end a line and begin a command of the platform's own. */
    String INJECTED = "a\r\nQUIT :b\nPRIVMSG c\rJOIN d\0e";

    @Test
    default void showsLiteralTextAsItIs() throws Exception {
        for (var literal : List.of(
                "*a* _b_ ~~c~~ ||d|| **e** __f__",
                "`a` ``b`` \\*c\\* \\",
                "# a",
                "> a",
                "- a",
                "1. a",
                "[a](https://b.test)",
                "<t:0> <#1> <@&2> <:a:3>",
                stage().platform().mention(Person.ANN))) {
            say(Content.of(literal));
            assertEquals(
                    literal, OnStage.only(stage().lobbySees(), Kind.MESSAGE, "").text());
        }
    }

    @Test
    default void notifiesNobodyByWhatIsLiteral() throws Exception {
        for (var call : List.of("@everyone", "@here", stage().platform().mention(Person.ANN))) {
            everywhere(call).forEach(this::say);
            var receipt = say(Content.of("one moment"));
            stage().now(connector().edit(receipt, Content.of(call)));
            for (var sight : stage().lobbySees()) {
                assertEquals(Set.of(), sight.notified(), sight::toString);
            }
        }
    }

    @Test
    default void mentionsWhomItMeans() {
        var ann = stage().platform().id(Person.ANN);
        say(Content.of(Text.of("@everyone look: ").mention(ann)));

        var seen = OnStage.only(stage().lobbySees(), Kind.MESSAGE, "look");
        assertTrue(Set.of(ann.id()).containsAll(seen.notified()), seen::toString);
        assertTrue(
                seen.notified().contains(ann.id()) || seen.text().length() > "@everyone look: ".length(), seen::text);
    }

    @Test
    default void letsNothingOutOfCode() {
        for (var inside : List.of("a\n```\nb", "a```b", "````\na\n````", "```", "``", "a`", "`a")) {
            staysInside(inside, Text.of("before ").fence("java", inside).add(" after"));
            staysInside(inside, Text.of("before ").code(inside).add(" after"));
        }
    }

    private void staysInside(String inside, Text text) {
        say(Content.of(text));
        var seen = OnStage.only(stage().lobbySees(), Kind.MESSAGE, "before");
        var code = String.join("\n", seen.code());
        assertTrue(seen.text().contains("after"), seen::toString);
        assertFalse(code.contains("before") || code.contains("after"), seen::toString);
        assertEquals(seen.code().isEmpty() ? "" : squeezed(inside), squeezed(code), seen::toString);
    }

    @Test
    default void letsNoCharacterPassUnseen() {
        var literal = HIDDEN.chars().mapToObj(c -> "x" + (char) c + "x").collect(Collectors.joining(" "));
        everywhere(literal).forEach(this::say);
        var receipt = say(Content.of("one moment"));
        stage().now(connector().edit(receipt, Content.of(literal)));

        for (var sight : stage().lobbySees()) {
            var shown = sight.text() + " " + String.join(" ", sight.choices());
            assertTrue(HIDDEN.chars().noneMatch(c -> shown.indexOf(c) >= 0), () -> "hidden: " + escaped(shown));
            assertFalse(shown.contains("xx"), () -> "left out: " + escaped(shown));
        }
    }

    @Test
    default void letsNoCharacterOfAFilesNamePassUnseen() {
        for (var name : List.of(HIDDEN, "a\u202egnp.exe", "../../a", "/etc/a", "a\r\nb: c\"; d=\"e", "", ".", "con")) {
            say(Content.of(Attachment.of(name, "harmless")));
        }
        for (var sight : stage().lobbySees()) {
            var shown = sight.text() + String.join(" ", sight.files().keySet());
            assertTrue(HIDDEN.chars().noneMatch(c -> shown.indexOf(c) >= 0), () -> "hidden: " + escaped(shown));
            assertTrue(
                    sight.files().keySet().stream().noneMatch(name -> name.contains("/") || name.contains("\n")),
                    sight::toString);
        }
    }

    @Test
    default void handsOutNoPartOfAFileForTheWholeWhateverSizeItDeclares() {
        for (var file : List.of(LyingFile.endless(-1), LyingFile.endless(3))) {
            var _ = stage().failure(stage().atOnce(() -> connector().upload(lobby(), file)));
            assertTrue(
                    stage().lobbySees().stream().allMatch(sight -> sight.files().isEmpty()));
        }
        var _ = stage().failure(stage().atOnce(() -> connector().upload(lobby(), LyingFile.tiny(Long.MAX_VALUE))));
        say(Content.of("and on"));
    }

    @Test
    default void takesNoCommandsOfThePlatformFromWhatItSays() throws Exception {
        everywhere(INJECTED).forEach(this::say);
        var message = stage().hears(Person.ANN, "!ping");
        stage().now(connector().reply(message.id(), Content.of(INJECTED)));
        stage().now(connector().whisper(stage().platform().id(Person.ANN), message.id(), Content.of(INJECTED)));

        for (var seen : Stream.concat(stage().lobbySees().stream(), stage().sees(Person.ANN).stream())
                .toList()) {
            assertFalse(seen.text().contains("\r") || seen.text().contains("\0"), () -> escaped(seen.text()));
        }
        assertEquals("still here", stage().hears(Person.ANN, "still here").text());
    }

    /** Something literal in all places where it can stand. */
    private static List<Content> everywhere(String literal) {
        var card = Card.of(literal).field(literal, literal).footer(literal);
        return List.of(
                Content.of(literal),
                Content.of(Text.empty().bold(literal)),
                Content.of(Text.of("code: ").code(literal)),
                Content.of(Text.empty().fence(literal, literal)),
                Content.of(Text.empty().link(literal, URI.create("https://bellhop.test/"))),
                Content.of(card),
                Content.of("pick").with(Choice.of(literal, "ping")));
    }

    private Receipt say(Content content) {
        return stage().now(connector().say(lobby(), content));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String escaped(String shown) {
        return shown.codePoints()
                .mapToObj(c -> c >= ' ' && c <= '~' ? Character.toString(c) : "{%04x}".formatted(c))
                .collect(Collectors.joining());
    }
}
