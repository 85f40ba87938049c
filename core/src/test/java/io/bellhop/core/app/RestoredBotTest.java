package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.backup.BackupOptions;
import io.bellhop.core.backup.Restore;
import io.bellhop.core.backup.Restore.Restored;
import io.bellhop.core.storage.DatabaseCopy;
import io.bellhop.core.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bot says of itself after an older copy of its home was restored on purpose. */
class RestoredBotTest {
    @TempDir
    private Path home;

    @Test
    void doesNotTakeTheCommandForInterruptedThatMadeTheBackup() throws Exception {
        save();
        restore();
        assertThat(DatabaseCopy.ask(home.resolve("data/core.db"), "SELECT command FROM journal"))
                .isEmpty();
    }

    @Test
    void findsNothingWrongWithTheAuditThatWasRestored() throws Exception {
        save();
        restore();
        var bot = HomeBot.at(home);
        try {
            assertThat(bot.answer("owner", "!audit verify")).contains("rows are well. The head is ");
        } finally {
            bot.close();
        }
    }

    @Test
    void keepsTheHeadThatWasNotedBefore() throws Exception {
        save();
        var before = Files.readString(home.resolve("logs/audit.head")).strip();
        var restored = restore();
        assertThat(restored.formerHead())
                .contains(home.resolve("logs/audit.head.before-restore-20260101-120000"))
                .hasValueSatisfying(kept -> assertThat(kept).hasContent(before));
        assertThat(home.resolve("logs/audit.head")).hasContent(restored.auditHead());
        assertThat(restored.auditHead()).isNotEqualTo(before);
    }

    /** Leaves a backup, and rows of the audit that are newer. */
    private void save() throws Exception {
        Files.writeString(home.resolve("bellhop.yaml"), "");
        var bot = HomeBot.at(home);
        bot.answer("ann", "!shutdown");
        assertThat(bot.says("owner", "!backup")).last().asString().startsWith("Saved ");
        bot.answer("ann", "!shutdown");
        bot.close();
    }

    private Restored restore() throws IOException {
        try (Stream<Path> backups = Files.list(home.resolve("backups"))) {
            return new Restore(new BackupOptions(home, Version.current()), new VirtualTime().clock())
                    .from(backups.findFirst().orElseThrow());
        }
    }
}
