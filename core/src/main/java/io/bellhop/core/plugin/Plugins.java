package io.bellhop.core.plugin;

import io.bellhop.core.plugin.inspect.Inspector;
import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.inspect.PrivateCopies;
import io.bellhop.core.plugin.roster.Census;
import io.bellhop.core.plugin.roster.Intake;
import io.bellhop.core.plugin.roster.Member;
import io.bellhop.core.plugin.roster.PluginState;
import io.bellhop.core.plugin.roster.PluginStatus;
import io.bellhop.core.plugin.roster.Refusal;
import io.bellhop.core.plugin.roster.Remembered;
import io.bellhop.core.plugin.roster.Roster;
import io.bellhop.core.plugin.roster.Settlement;
import io.bellhop.core.plugin.run.HostServices;
import io.bellhop.core.plugin.run.PluginRuntime;
import io.bellhop.core.plugin.run.Runtimes;
import io.bellhop.core.plugin.watch.FolderWatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's plugins. They come and go on one thread of their own; whoever calls waits until that is done. A plugin that
 * is wanted and can't be had is no failure of the caller: look at its status. Safe for use from any thread.
 */
@Singleton
public final class Plugins {
    private static final Logger log = LoggerFactory.getLogger(Plugins.class);
    private final PluginOptions options;
    private final PluginFaults faults;
    private final PrivateCopies copies;
    private final Remembered remembered;
    private final Roster roster;
    private final Runtimes runtimes;
    private final Intake intake;
    private final Census census;
    private final Changes changes;
    private final Quarantine quarantine;
    private final FolderWatch watch;
    private final Set<String> configured;
    private final LifecycleThread thread = new LifecycleThread();

    @Inject
    public Plugins(PluginOptions options, HostServices host, PluginFaults faults, OwnerNotices notices) {
        this.options = options;
        this.faults = faults;
        copies = new PrivateCopies(options.copies());
        remembered = new Remembered(options.memory());
        roster = new Roster(remembered);
        runtimes = new Runtimes(host, options.patience());
        var inspector = new Inspector(copies, options.apiVersion(), host.settings()::sha256);
        intake = new Intake(inspector, copies, roster, runtimes);
        census = new Census(roster, runtimes, remembered);
        changes = new Changes(
                intake, new Settlement(roster, runtimes, host, copies, options.patience()), runtimes, census);
        quarantine = new Quarantine(faults, notices, remembered, runtimes, changes);
        configured = host.settings().ids();
        watch = new FolderWatch(options.folder(), new Arrivals());
        faults.onExhausted((id, reason) -> thread.later(() -> quarantine.hold(id, reason)));
    }

    /**
     * Looks at what is in the folder, and watches it from then on. When this returns the commands of all plugins are
     * known; the plugins start meanwhile, and early commands wait for theirs.
     *
     * @throws IOException if a folder can't be read or made
     * @throws InterruptedException if the caller is interrupted
     */
    public void start() throws IOException, InterruptedException {
        Files.createDirectories(options.folder());
        copies.clear();
        remembered.read();
        var files = watch.look();
        thread.call(() -> {
            intake.offer(files);
            changes.announce();
            return files;
        });
        thread.later(this::firstStart);
        watch.start(); // here, for a bot that ends meanwhile stops it before the first start is over
    }

    /**
     * Names who hears how all plugins stand after each change. Called on the plugins' thread, so it is quick.
     *
     * @param listener takes what {@link #list} returns
     */
    public void onSettled(Consumer<List<PluginStatus>> listener) {
        changes.onSettled(listener);
    }

    /**
     * Waits until all that has been asked for so far is done.
     *
     * @throws InterruptedException if the caller is interrupted
     */
    public void await() throws InterruptedException {
        thread.call(changes::statuses);
    }

    private void firstStart() throws InterruptedException {
        changes.make(() -> {});
        configured.stream()
                .filter(id -> roster.find(id).isEmpty() && !roster.hasRefused(id))
                .forEach(id -> log.warn("plugins.{} is configured, but there is no plugin of that name", id));
    }

    /**
     * Ends all plugins, dependents first.
     *
     * @throws InterruptedException if the caller is interrupted
     */
    public void stop() throws InterruptedException {
        watch.stop();
        roster.close();
        runtimes.abandonAll();
        change(() -> {});
        thread.close();
    }

    /**
     * Loads a JAR, or upgrades the plugin that came from it.
     *
     * @param file the JAR
     * @return how its plugin stands now
     * @throws PluginRefused if it can't be had; what ran before then runs on
     * @throws InterruptedException if the caller is interrupted
     */
    public PluginStatus load(Path file) throws InterruptedException {
        take(file);
        return thread.call(() -> {
            roster.refusal(file).ifPresent(refusal -> {
                throw new PluginRefused(refusal.reason());
            });
            return running(roster.ownerOf(file).orElseThrow());
        });
    }

    /**
     * Loads a plugin again that is unloaded, quarantined or was refused, or upgrades it to what its file is now.
     *
     * @param id the plugin
     * @return how it stands now
     * @throws PluginRefused if there is no such plugin or it can't be had
     * @throws InterruptedException if the caller is interrupted
     */
    public PluginStatus load(String id) throws InterruptedException {
        return load(thread.call(() -> roster.require(id).wanted().file()));
    }

    /**
     * Unloads a plugin until it is loaded, its file changes or the bot starts anew.
     *
     * @param id the plugin
     * @return how it stands now: unloaded or stuck
     * @throws PluginRefused if there is no such plugin
     * @throws InterruptedException if the caller is interrupted
     */
    public PluginStatus unload(String id) throws InterruptedException {
        runtimes.abandon(id);
        change(() -> roster.require(id).hold());
        return status(id);
    }

    /**
     * Allows a plugin that was disabled or quarantined, and loads it.
     *
     * @param id the plugin
     * @return how it stands now
     * @throws PluginRefused if there is no such plugin or it can't be had
     * @throws InterruptedException if the caller is interrupted
     */
    public PluginStatus enable(String id) throws InterruptedException {
        thread.call(() -> {
            remembered.enable(roster.require(id).id());
            return id;
        });
        return load(id);
    }

    /**
     * Unloads a plugin until it is enabled, also over restarts.
     *
     * @param id the plugin
     * @return how it stands now: disabled or stuck
     * @throws PluginRefused if there is no such plugin
     * @throws InterruptedException if the caller is interrupted
     */
    public PluginStatus disable(String id) throws InterruptedException {
        runtimes.abandon(id);
        change(() -> remembered.disable(roster.require(id).id()));
        return status(id);
    }

    /**
     * Lists the plugins and the files that were refused, as of the last change. Returns at once.
     *
     * @return how each stands, by id
     */
    public List<PluginStatus> list() {
        return changes.statuses();
    }

    /**
     * Tells all of a plugin.
     *
     * @param id the plugin
     * @return the report
     * @throws PluginRefused if there is no such plugin
     * @throws InterruptedException if the caller is interrupted
     */
    public PluginReport report(String id) throws InterruptedException {
        return thread.call(() -> {
            var member = roster.require(id);
            var status = census.row(member).status();
            return new PluginReport(
                    status,
                    member.wanted(),
                    roster.refusal(status.file()).filter(_ -> status.lives()).map(Refusal::reason),
                    runtimes.find(id).map(PluginRuntime::pool),
                    member.ending(),
                    faults.recent(id));
        });
    }

    /**
     * Finds a JAR in the folder.
     *
     * @param name the name of a file in the folder, without any path
     * @return the file, or empty if there is none
     */
    public Optional<Path> file(String name) {
        return watch.find(name);
    }

    private void take(Path file) throws InterruptedException {
        change(() -> {
            roster.ownerOf(file).ifPresent(quarantine::release);
            intake.offer(List.of(file));
        });
    }

    private PluginStatus status(String id) throws InterruptedException {
        return thread.call(() -> census.row(roster.require(id)).status());
    }

    private PluginStatus running(Member member) {
        var status = census.row(member).status();
        if (status.state() != PluginState.RUNNING) {
            throw new PluginRefused(status.reason());
        }
        return status;
    }

    private void change(Runnable change) throws InterruptedException {
        thread.call(() -> {
            changes.make(change);
            return change;
        });
    }

    /** Hears of files that come and go. */
    private final class Arrivals implements FolderWatch.Listener {
        @Override
        public void changed(Path file) throws InterruptedException {
            if (thread.call(() -> intake.isNews(file))) {
                take(file);
            }
        }

        @Override
        public void gone(Path file) throws InterruptedException {
            change(() -> intake.gone(file));
        }
    }
}
