package io.bellhop.core.audit.search;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import java.util.List;

/** Rows as people read them. */
final class AuditLines {
    private static final int MOST_ARGUMENTS = 80;

    private AuditLines() {}

    static Text list(List<Entry> entries) {
        var text = Text.empty();
        for (var entry : entries) {
            text = line(text.isEmpty() ? text : text.line(), entry);
        }
        return text;
    }

    /** Tells all of one row. */
    static Card card(Entry entry) {
        var card = Card.of("Row " + entry.number() + " of the audit")
                .field("time", entry.time().toString())
                .field("who", who(entry))
                .field("did", entry.action())
                .field("with", entry.isForgotten() ? "unreadable: they were forgotten" : orDash(entry.arguments()))
                .field("outcome", entry.outcome())
                .field("where", orDash(where(entry)))
                .field("plugin", (entry.plugin() + " " + entry.version()).strip())
                .field("hash", entry.hash());
        return entry.ref().isEmpty() ? card : card.field("ref", entry.ref());
    }

    private static Text line(Text before, Entry entry) {
        var arguments = shortened(entry.arguments().replaceAll("\\s+", " "));
        var text = before.add("#" + entry.number() + " ")
                .time(entry.time())
                .add(" ")
                .bold(who(entry))
                .add(" ")
                .code(arguments.isEmpty() ? entry.action() : entry.action() + " " + arguments)
                .add(": " + entry.outcome());
        return entry.ref().isEmpty() ? text : text.add(" (" + entry.ref() + ")");
    }

    private static String who(Entry entry) {
        if (entry.person().isEmpty()) {
            return "the bot";
        }
        return entry.isForgotten() ? "someone forgotten" : entry.name();
    }

    private static String where(Entry entry) {
        return entry.channel().isEmpty() ? (entry.connector() + " " + entry.space()).strip() : entry.channel();
    }

    private static String shortened(String text) {
        return text.length() <= MOST_ARGUMENTS ? text : text.substring(0, MOST_ARGUMENTS) + "…";
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
