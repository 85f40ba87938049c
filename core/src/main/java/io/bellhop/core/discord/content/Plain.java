package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Text;
import io.bellhop.core.chat.Visible;
import java.util.stream.Collectors;

/** A text as lines of a file. */
final class Plain {
    private Plain() {}

    static String of(Text text) {
        return text.nodes().stream().map(Plain::of).collect(Collectors.joining());
    }

    private static String of(Text.Node node) {
        return switch (node) {
            case Text.Literal literal -> Visible.of(literal.string());
            case Text.Bold bold -> of(bold.text());
            case Text.Code code -> Visible.of(code.string());
            case Text.Fence fence -> "\n" + Visible.of(fence.string()) + "\n";
            case Text.Link link -> Visible.of(link.label()) + " (" + link.target() + ")";
            case Text.Mention mention -> mention.user().toString();
            case Text.Time time -> time.instant().toString();
        };
    }
}
