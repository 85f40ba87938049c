package io.bellhop.core.audit;

import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes the chain's end outside of the database, in the log and a file, so that it shows when rows are cut off there.
 * Safe for use from any thread.
 */
@Singleton
final class NotedHeads {
    private static final Logger log = LoggerFactory.getLogger(NotedHeads.class);
    private static final int EVERY_ROWS = 1_000;
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Path file;
    private final Time time;
    private Head latest = Head.NONE;
    private Head noted = Head.NONE;
    private boolean isTimed;

    @Inject
    NotedHeads(AuditOptions options, Time time) {
        this.file = options.head();
        this.time = time;
    }

    /** Returns the end of the chain as this process knows it. */
    synchronized Head latest() {
        return latest;
    }

    /** Hears of new rows. */
    synchronized void grown(Head head) {
        latest = head;
        if (head.number() - noted.number() >= EVERY_ROWS) {
            note();
        } else if (!isTimed) {
            isTimed = true;
            time.after(EVERY, this::noteInTime);
        }
    }

    /** Notes the end, unless that was done already. */
    synchronized void note() {
        if (latest.number() == noted.number()) {
            return;
        }
        noted = latest;
        log.info("the audit's head is {}", latest);
        try {
            write(latest);
        } catch (IOException e) {
            // without a trace, which would say no more than what kind of failure it is
            log.warn(
                    "the audit's head can't be kept in {} ({}): may the bot write there, and is there room on the disk?",
                    file,
                    e.getClass().getSimpleName());
        }
    }

    /** Reads the head that was noted last, perhaps by an earlier process. */
    Optional<Head> read() throws IOException {
        return Files.exists(file) ? Head.parse(Files.readString(file)) : Optional.empty();
    }

    private synchronized void noteInTime() {
        isTimed = false;
        note();
    }

    private void write(Head head) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(draft, head + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
