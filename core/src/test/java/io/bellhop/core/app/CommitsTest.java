package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.Audit;
import io.bellhop.core.journal.Journal;
import io.bellhop.core.plugin.PluginJar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the core's database is synced: every commit to it is, and stands in its log as a frame that is marked. */
class CommitsTest {
    private static final int COMMANDS = 20;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    @TempDir
    private Path folder;

    private HomeBot bot;
    private Connection reader;

    @BeforeEach
    void start() throws Exception {
        var home = folder.resolve("home");
        bot = HomeBot.at(home).load(PluginJar.of("trial", "1.0.0").source("trial", """
                @ChatPlugin
                public final class Main {
                    @Command(name = "note", help = "Is journalled.")
                    String note(String word) {
                        return word;
                    }
                }
                """), "trial.jar");
        reader = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/core.db"));
        settle();
        keepTheLog();
    }

    @AfterEach
    void end() throws Exception {
        reader.close();
        bot.close();
    }

    @Test
    void aCommandTakesTwo() throws Exception {
        long before = commits();
        for (int i = 0; i < COMMANDS; i++) {
            assertThat(bot.answer("ann", "!note " + i)).isEqualTo("" + i);
        }
        assertThat(commits() - before).isBetween(COMMANDS + 1L, 2L * COMMANDS);
    }

    @Test
    void whatIgnoredPeopleSayTakesNone() throws Exception {
        bot.part(IgnoreList.class).ignore(new UserId("test", "troll"), Optional.of(new SpaceId("test", "space")));
        settle();
        long before = commits();
        for (int i = 0; i < COMMANDS; i++) {
            assertThat(bot.says("troll", "!note " + i)).isEmpty();
        }
        settle();
        long settled = 2; // the settling itself
        assertThat(commits() - before).isLessThanOrEqualTo(settled);
    }

    private void settle() {
        bot.part(Journal.class).settle().toCompletableFuture().join();
        bot.part(Audit.class).settle().toCompletableFuture().join();
    }

    /** As long as somebody reads what was there before, the log is not begun anew. */
    private void keepTheLog() throws Exception {
        reader.setAutoCommit(false);
        try (var statement = reader.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM journal").close();
        }
    }

    private long commits() throws IOException {
        var log = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("home/data/core.db-wal")));
        int page = log.getInt(8);
        long salt = log.getLong(16);
        long commits = 0;
        for (int frame = LOG_HEADER; frame + FRAME_HEADER < log.limit(); frame += FRAME_HEADER + page) {
            commits += log.getLong(frame + 8) == salt && log.getInt(frame + 4) != 0 ? 1 : 0;
        }
        return commits;
    }
}
