package io.bellhop.core.app;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.audit.Audit;
import io.bellhop.core.backup.Backups;
import io.bellhop.core.chat.Sizes;
import io.bellhop.core.journal.Journal;
import jakarta.inject.Inject;

/** What owners do to the bot itself, beside its plugins. */
final class Administration {
    private final EndSignal end;
    private final Backups backups;
    private final Journal journal;
    private final Audit audit;

    @Inject
    Administration(EndSignal end, Backups backups, Journal journal, Audit audit) {
        this.end = end;
        this.backups = backups;
        this.journal = journal;
        this.audit = audit;
    }

    @Command(name = "shutdown", help = "Ends the bot, once what is running has been answered.", rank = Rank.OWNER)
    String shutdown() {
        end.give();
        return "Good bye.";
    }

    @Command(
            name = "backup",
            help = "Saves the whole home into its backups folder.",
            rank = Rank.OWNER,
            deadline = "30m")
    Text backup(Invocation invocation) {
        journal.settle().toCompletableFuture().join(); // so that the backup can leave out what asks for it
        audit.settle().toCompletableFuture().join(); // so that its end, by which it is verified, is told in the backup
        var saved = backups.saveFor(
                invocation.ref(), (done, of) -> invocation.progress(Text.of("%d of %d files".formatted(done, of))));
        return Text.of("Saved %d files (%s) as ".formatted(saved.files(), Sizes.format(saved.bytes())))
                .code("backups/" + saved.file().getFileName())
                .add(" in the home. It holds the bot's secrets: keep it where only you can read it.");
    }
}
