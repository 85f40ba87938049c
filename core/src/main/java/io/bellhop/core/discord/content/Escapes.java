package io.bellhop.core.discord.content;

import io.bellhop.core.chat.Visible;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the meaning from what Discord would read as markup. */
final class Escapes {
    /** Shows nothing, but keeps marks apart. */
    static final String NOTHING = "\u200b";

    /** An address stays as it is: Discord reads it as one before it looks for markup, and an escape would break it. */
    private static final Pattern SPECIAL = Pattern.compile("(?<url>(?<!\\w)https?://[^\\s<>*|`\\\\]++)"
            + "|[\\\\*_~`|\\[\\]<#]"
            + "|>(?=[\\s>]|$)"
            + "|-(?=[\\s#]|$)"
            + "|(?<=\\d)\\.(?=\\s|$)"
            + "|@(?=everyone|here)");

    private static final Pattern TICKS = Pattern.compile("`(?=`)");
    private static final Pattern FENCE = Pattern.compile("``(?=`)");

    private Escapes() {}

    static String literal(String string) {
        return SPECIAL.matcher(Visible.of(string)).replaceAll(Escapes::escaped);
    }

    /** Keeps any two backticks apart, and all on one line. */
    static String code(String string) {
        return TICKS.matcher(Visible.of(string).replace('\n', ' ')).replaceAll("`" + NOTHING);
    }

    /** Keeps any three backticks apart. */
    static String fence(String string) {
        var lines = FENCE.matcher(Visible.of(string)).replaceAll("``" + NOTHING);
        return lines.isBlank() ? NOTHING : lines;
    }

    private static String escaped(MatchResult match) {
        return Matcher.quoteReplacement(match.group("url") == null ? "\\" + match.group() : match.group());
    }
}
