package io.bellhop.core.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process out of a home. The system takes the lock back from a process that dies. */
final class HomeLock implements AutoCloseable {
    /** Far behind the process number, which must stay readable where locks are mandatory. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the home for this process.
     *
     * @throws StartRefused when another one has it
     */
    static HomeLock take(Home home) throws StartRefused {
        var file = home.data().resolve("lock");
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var lock = new HomeLock(file, channel);
            if (!lock.isTaken()) {
                throw lock.inUse(home);
            }
            lock.sign();
            return lock;
        } catch (IOException e) {
            throw StartRefused.unusable(file, e);
        }
    }

    private boolean isTaken() throws IOException {
        try {
            return channel.tryLock(PLACE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process has it
        }
    }

    private void sign() throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
    }

    private StartRefused inUse(Home home) throws IOException {
        try (channel) {
            var signature = ByteBuffer.allocate(20);
            channel.read(signature, 0);
            var process = StandardCharsets.US_ASCII.decode(signature.flip());
            return StartRefused.failed("the home " + home.folder() + " is in use by process " + process
                    + "; stop that one, or name another --home");
        }
    }

    @Override
    public void close() throws StartRefused {
        try {
            channel.close();
        } catch (IOException e) {
            throw StartRefused.unusable(file, e);
        }
    }
}
