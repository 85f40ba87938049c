package io.bellhop.core.audit.search;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.audit.Audit;
import io.bellhop.core.audit.Head;
import io.bellhop.core.audit.Verification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reading the audit: admins what was done in their space, owners all. */
public final class AuditCommands {
    private static final int PAGE = 10;

    private final Audit audit;
    private final AuditSearch search;
    private final AuditScope scope;
    private final Verification verification;
    private final AuditExport export;

    @Inject
    AuditCommands(Audit audit, AuditSearch search, AuditScope scope, Verification verification, AuditExport export) {
        this.audit = audit;
        this.search = search;
        this.scope = scope;
        this.verification = verification;
        this.export = export;
    }

    @Command(
            name = "audit",
            help = "Shows who did what, the newest first.",
            rank = Rank.ADMIN,
            visibility = Visibility.WHISPER,
            repeatable = true)
    @Example("audit -user ann -since 2h")
    @Example("audit -command \"plugin load\"")
    Content audit(
            @Flag(help = "who did it") Optional<String> user,
            @Flag(help = "which command") Optional<String> command,
            @Flag(help = "how long ago at most") Optional<Duration> since,
            @Flag(help = "which invocation, in full") Optional<String> ref,
            @Flag(help = "older than this row") Optional<Long> before,
            Invocation asking) {
        catchUp();
        var query = scope.query(asking, user, command, since, ref, before);
        var found = search.find(query, PAGE + 1);
        if (found.isEmpty()) {
            return Content.of("Nothing of that kind was taken down.");
        }
        return ref.isPresent() && found.size() == 1
                ? Content.of(AuditLines.card(found.getFirst()))
                : page(found, user, command, since);
    }

    private static Content page(
            List<Entry> found, Optional<String> user, Optional<String> command, Optional<Duration> since) {
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var content = Content.of(AuditLines.list(shown));
        if (found.size() <= PAGE) {
            return content;
        }
        var line = AuditScope.line(user, command, since) + " -before "
                + shown.getLast().number();
        return content.with(Choice.of("Older", line));
    }

    @Command(
            name = "audit verify",
            help = "Checks that nothing of the audit was changed or is missing.",
            rank = Rank.OWNER,
            deadline = "10m",
            repeatable = true)
    Text verify(
            @Flag(help = "a head that you have kept, such as 1024:9f86d0..., to check against") Optional<String> head,
            Invocation asking) {
        var kept = head.map(text -> Head.parse(text)
                .orElseThrow(() -> BellhopException.user(
                        "audit.head", "A head is a number, a colon and 64 hexadecimal digits, as in the log.")));
        catchUp();
        var verdict = verification.verify(
                kept.stream().toList(), rows -> asking.progress(Text.of(rows + " rows are well so far")));
        if (verdict.problem().isPresent()) {
            throw BellhopException.user(
                    "audit.broken", verdict.problem().get() + " Before that, " + verdict.rows() + " rows are well.");
        }
        return Text.of(verdict.rows() + " rows are well. The head is ")
                .code(verdict.head().toString())
                .add(".");
    }

    @Command(
            name = "audit export",
            help = "Gives the rows as a file of JSON lines.",
            rank = Rank.ADMIN,
            visibility = Visibility.WHISPER,
            deadline = "10m",
            repeatable = true)
    Content export(
            @Flag(help = "who did it") Optional<String> user,
            @Flag(help = "which command") Optional<String> command,
            @Flag(help = "how long ago at most") Optional<Duration> since,
            Invocation asking) {
        catchUp();
        var query = scope.query(asking, user, command, since, Optional.empty(), Optional.empty());
        return export.export(query, asking.rank() >= Rank.OWNER);
    }

    /** If that can't be, what is in the chain can still be read. */
    private void catchUp() {
        audit.settle().toCompletableFuture().join();
    }
}
