package io.bellhop.core.journal;

import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text as it is stored.
 *
 * @param kind what it is
 * @param string what it shows or names
 * @param more what else it needs: a fence's language, a link's target, a mentioned user's connector; else null
 */
record StoredNode(Kind kind, String string, @Nullable String more) {
    /** The kinds of parts, by short names that stay. */
    enum Kind {
        TEXT,
        BOLD,
        CODE,
        FENCE,
        LINK,
        MENTION,
        TIME
    }

    static List<StoredNode> all(Text text) {
        return text.nodes().stream().map(StoredNode::of).toList();
    }

    static Text text(List<StoredNode> nodes) {
        var text = Text.empty();
        for (var node : nodes) {
            text = node.addTo(text);
        }
        return text;
    }

    private static StoredNode of(Text.Node node) {
        return switch (node) {
            case Text.Literal(var string) -> new StoredNode(Kind.TEXT, string, null);
            case Text.Bold(var inner) -> new StoredNode(Kind.BOLD, literal(inner), null);
            case Text.Code(var string) -> new StoredNode(Kind.CODE, string, null);
            case Text.Fence(var language, var string) -> new StoredNode(Kind.FENCE, string, language);
            case Text.Link(var label, var target) -> new StoredNode(Kind.LINK, label, target.toString());
            case Text.Mention(var user) -> new StoredNode(Kind.MENTION, user.id(), user.connector());
            case Text.Time(var instant) -> new StoredNode(Kind.TIME, instant.toString(), null);
        };
    }

    /** Bold text is made of literal characters: the builders take nothing else. */
    private static String literal(Text text) {
        var literal = new StringBuilder();
        for (var node : all(text)) {
            literal.append(node.string);
        }
        return literal.toString();
    }

    private Text addTo(Text text) {
        var other = more == null ? "" : more;
        return switch (kind) {
            case TEXT -> text.add(string);
            case BOLD -> text.bold(string);
            case CODE -> text.code(string);
            case FENCE -> text.fence(other, string);
            case LINK -> text.link(string, URI.create(other));
            case MENTION -> text.mention(new UserId(other, string));
            case TIME -> text.time(Instant.parse(string));
        };
    }
}
