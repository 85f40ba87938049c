package io.bellhop.core.audit.search;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import java.util.List;

/** Rows as people read them. */
final class AuditLines {
    private static final int MOST_ARGUMENTS = 80;
    private static final String CORE = "core";

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
        var text = before.add("#" + entry.number() + " ")
                .time(entry.time())
                .add(" ")
                .bold(who(entry))
                .add(" ");
        var deed = entry.person().isEmpty() ? ofBot(text, entry) : ofSomeone(text, entry);
        return entry.ref().isEmpty() ? deed : deed.add(" (" + entry.ref() + ")");
    }

    private static Text ofSomeone(Text text, Entry entry) {
        return text.code((entry.action() + " " + arguments(entry)).strip()).add(": " + entry.outcome());
    }

    /** What the bot does, it does to something; that stands in front, and why behind. */
    private static Text ofBot(Text text, Entry entry) {
        var what = entry.plugin().equals(CORE)
                ? entry.action()
                : String.join(" ", entry.action(), entry.plugin(), entry.version())
                        .strip();
        var why = arguments(entry);
        return text.code(what).add(": " + entry.outcome() + (why.isEmpty() ? "" : ", " + why));
    }

    private static String arguments(Entry entry) {
        return shortened(entry.arguments().replaceAll("\\s+", " ")).strip();
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
