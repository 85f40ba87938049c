package io.bellhop.core.plugin.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a JAR in a folder has come, changed or gone, once it has settled. The file system's own notices make it
 * quick, looking every two seconds makes it sure.
 */
public final class FolderWatch {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]+\\.jar");
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration SETTLING_LOOK = Duration.ofMillis(60);
    private static final Duration END = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMillis(250);
    /** What does not open as a JAR may still be on its way: so long it gets. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private final Path folder;
    private final Listener listener;
    private final Duration look;
    private final Duration doubt;
    private final Map<Path, FileMark> known = new HashMap<>();
    private final Map<Path, Change> changes = new HashMap<>();
    private @Nullable WatchService notices;
    private @Nullable Thread thread;
    private boolean readable = true;

    /** Hears of files, on the watch's thread. */
    public interface Listener {
        void changed(Path file) throws InterruptedException;

        void gone(Path file) throws InterruptedException;
    }

    public FolderWatch(Path folder, Listener listener) {
        this(folder, listener, LOOK, DOUBT);
    }

    FolderWatch(Path folder, Listener listener, Duration look, Duration doubt) {
        this.folder = folder;
        this.listener = listener;
        this.look = look;
        this.doubt = doubt;
    }

    /** Returns the JARs that are there now, and watches for what differs from that once started. */
    public List<Path> look() throws IOException {
        notices = notices();
        try (var files = Files.list(folder)) {
            var jars = files.filter(FolderWatch::isJar).sorted().toList();
            jars.forEach(jar -> FileMark.of(jar).ifPresent(mark -> known.put(jar, mark)));
            return jars;
        }
    }

    /** Finds a JAR that is there now by its name, which holds no path. */
    public Optional<Path> find(String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    /** Starts the thread that watches. */
    public void start() {
        thread = Thread.ofPlatform().name("plugin-watch").daemon().start(this::run);
    }

    /** Ends the watch; what it tells now is told to its end. */
    public void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(END);
        }
    }

    private @Nullable WatchService notices() {
        try {
            var service = folder.getFileSystem().newWatchService();
            register(service);
            return service;
        } catch (IOException | UnsupportedOperationException e) {
            log.warn(
                    "the system gives no notice of new plugins, so they are looked for every {} s",
                    look.toSeconds(),
                    e);
            return null;
        }
    }

    private void register(WatchService service) throws IOException {
        folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    @SuppressWarnings("try") // the service is closed when the thread ends
    private void run() {
        try (var closing = notices) {
            while (!Thread.currentThread().isInterrupted()) {
                await(changes.isEmpty() ? look : SETTLING_LOOK);
                scan();
            }
        } catch (InterruptedException e) {
            log.debug("the plugins folder is watched no longer");
        } catch (IOException e) {
            log.warn("the watch on the plugins folder did not close", e);
        }
    }

    private void await(Duration time) throws InterruptedException {
        if (notices == null) {
            Thread.sleep(time);
            return;
        }
        var key = notices.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    private void scan() throws InterruptedException {
        var files = new HashSet<>(known.keySet());
        files.addAll(changes.keySet());
        try (var found = Files.newDirectoryStream(folder, FolderWatch::isJar)) {
            found.forEach(files::add);
            if (notices != null) {
                register(notices); // again, for a folder that went and came back is another one
            }
            readable = true;
        } catch (IOException | DirectoryIteratorException e) {
            if (readable) {
                log.warn("the plugins folder can't be read: nothing is loaded or unloaded until it can", e);
            }
            readable = false;
            return;
        }
        for (var file : files) {
            look(file, FileMark.of(file));
        }
    }

    private void look(Path file, Optional<FileMark> mark) throws InterruptedException {
        var change = changes.get(file);
        // what went before it had settled is told of all the same: it may have been loaded by command
        boolean brief = change != null && mark.isEmpty();
        if (mark.equals(Optional.ofNullable(known.get(file))) && !brief) {
            changes.remove(file);
            return;
        }
        if (change == null || !change.mark().equals(mark)) {
            changes.put(file, new Change(mark, System.nanoTime()));
        } else if (change.hasSettled(file, doubt)) {
            changes.remove(file);
            tell(file, mark);
        }
    }

    private void tell(Path file, Optional<FileMark> mark) throws InterruptedException {
        try {
            if (mark.isPresent()) {
                known.put(file, mark.get());
                listener.changed(file);
            } else {
                known.remove(file);
                listener.gone(file);
            }
        } catch (RuntimeException e) {
            log.error("{} has changed, which came to nothing", file, e); // other files must still be heard of
        }
    }

    private static boolean isJar(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** What a file has become, and since when. */
    private record Change(Optional<FileMark> mark, long since) {
        boolean hasSettled(Path file, Duration doubt) {
            long quiet = System.nanoTime() - since;
            return quiet >= QUIET.toNanos()
                    && (mark.isEmpty() || quiet >= doubt.toNanos() || FileMark.opensAsJar(file));
        }
    }
}
