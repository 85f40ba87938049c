package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.discord.entity.Ids;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A text in Discord's notation: its pieces, and the users that it mentions on purpose. */
final class Markdown {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_+.#-]{0,30}");
    private static final Pattern SNOWFLAKE = Pattern.compile("\\d{1,20}");

    private final List<Piece> pieces = new ArrayList<>();
    private final Set<String> mentioned = new LinkedHashSet<>();

    private Markdown(Text text) {
        add(text, false);
    }

    static Markdown of(Text text) {
        return new Markdown(text);
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The only users that this text may notify. */
    Set<String> mentioned() {
        return mentioned;
    }

    /** The whole, however long. */
    String string() {
        return Splitter.split(pieces, Integer.MAX_VALUE).stream().findFirst().orElse("");
    }

    private void add(Text text, boolean bold) {
        for (var node : text.nodes()) {
            switch (node) {
                case Text.Literal literal -> plain(literal.string(), bold);
                case Text.Bold inner -> add(inner.text(), true);
                case Text.Code code -> code(code.string(), bold);
                case Text.Fence fence -> fence(fence);
                case Text.Link link -> link(link, bold);
                case Text.Mention mention -> mention(mention.user(), bold);
                case Text.Time time ->
                    pieces.add(Piece.whole("<t:" + time.instant().getEpochSecond() + ">", bold));
            }
        }
    }

    private void plain(String string, boolean bold) {
        if (!string.isEmpty()) {
            pieces.add(Piece.plain(Escapes.literal(string), bold));
        }
    }

    private void code(String string, boolean bold) {
        var code = Escapes.code(string);
        if (code.indexOf('`') >= 0) {
            pieces.add(Piece.whole("`` " + code + " ``", bold));
        } else if (!code.isEmpty()) {
            pieces.add(Piece.marked("`", code, "`", bold));
        }
    }

    private void fence(Text.Fence fence) {
        var language = LANGUAGE.matcher(fence.language()).matches() ? fence.language() : "";
        pieces.add(Piece.marked("```" + language + "\n", Escapes.fence(fence.string()), "\n```", false));
    }

    private void link(Text.Link link, boolean bold) {
        var label = link.label().replace('\n', ' ');
        if (isWeb(link.target()) && !label.isBlank() && !label.contains("://")) {
            pieces.add(Piece.whole("[" + Escapes.literal(label) + "](" + address(link.target()) + ")", bold));
        } else {
            plain(label + " (" + link.target() + ")", bold);
        }
    }

    private void mention(UserId user, boolean bold) {
        if (user.connector().equals(Ids.CONNECTOR)
                && SNOWFLAKE.matcher(user.id()).matches()) {
            mentioned.add(user.id());
            pieces.add(Piece.whole("<@" + user.id() + ">", bold));
        } else {
            plain(user.toString(), bold);
        }
    }

    private static boolean isWeb(URI target) {
        return "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
    }

    private static String address(URI target) {
        return target.toASCIIString().replace("(", "%28").replace(")", "%29");
    }
}
