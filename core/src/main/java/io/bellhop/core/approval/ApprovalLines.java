package io.bellhop.core.approval;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.core.approval.Waiting.Pending;
import io.bellhop.core.config.Durations;
import java.util.List;

/** What people read of approvals. */
final class ApprovalLines {
    private static final int MOST_OF_LINE = 120;
    private static final int MOST_CHOICES = 5;

    private ApprovalLines() {}

    /** Asks everyone who may to approve, and shows exactly what of. */
    static Content question(Petition petition, String prefix) {
        var need = petition.need();
        return decision(
                what(petition)
                        .line()
                        .add("It needs " + need.words() + ", within " + Durations.format(need.within()) + ": ")
                        .code(prefix + "approve " + petition.ref())
                        .add(" or ")
                        .code(prefix + "deny " + petition.ref())
                        .add("."),
                petition);
    }

    /** Shows all of one petition. */
    static Content whole(Pending pending) {
        var petition = pending.petition();
        return decision(state(what(petition).line(), pending), petition);
    }

    static Content list(List<Pending> all) {
        var text = Text.empty();
        for (var pending : all) {
            var petition = pending.petition();
            var what = (text.isEmpty() ? text : text.line())
                    .bold(petition.ref())
                    .add(" " + petition.name() + " asks to run ")
                    .code(shortened(petition.line()))
                    .add(": ");
            text = state(what, pending);
        }
        var content = Content.of(text);
        for (var pending : all.subList(0, Math.min(MOST_CHOICES, all.size()))) {
            var ref = pending.petition().ref();
            content = content.with(Choice.of("Show " + ref, "approvals " + ref));
        }
        return content;
    }

    /** Tells the asker how it ended. */
    static Text end(Petition petition, String how) {
        return Text.of("What you asked for, ")
                .code(shortened(petition.line()))
                .add(" (" + petition.ref() + "), " + how);
    }

    private static Content decision(Text text, Petition petition) {
        return Content.of(text)
                .with(Choice.of("Approve", "approve " + petition.ref()).forEveryone())
                .with(Choice.of("Deny", "deny " + petition.ref()).forEveryone());
    }

    private static Text what(Petition petition) {
        var text = Text.empty()
                .bold(petition.name())
                .add(" asks to run this:")
                .line()
                .fence("", petition.line());
        for (var file : petition.files()) {
            text = text.line().add("with the file " + file.name() + " of " + file.size() + " bytes");
        }
        return text;
    }

    private static Text state(Text before, Pending pending) {
        var need = pending.petition().need();
        return before.add(pending.approvers().size() + " of " + need.count() + " approvals by " + need.people()
                        + ", until ")
                .time(pending.petition().expiry());
    }

    private static String shortened(String line) {
        var flat = line.replaceAll("\\s+", " ");
        return flat.length() <= MOST_OF_LINE ? flat : flat.substring(0, MOST_OF_LINE) + "…";
    }
}
