package io.bellhop.core.command;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.access.AccessModule;
import io.bellhop.core.access.AccessStore;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.access.MemoryAccessStore;
import io.bellhop.core.approval.ApprovalModule;
import io.bellhop.core.audit.AuditTrail;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.command.settings.CommandOptions;
import io.bellhop.core.dialog.DialogStore;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.event.broker.EventModule;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.event.pool.Pools;
import io.bellhop.core.journal.Journal;
import io.bellhop.core.journal.Outbox;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.storage.StorageModule;
import io.bellhop.core.storage.StorageOptions;
import io.bellhop.core.telemetry.RefRanges;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A room in which commands can be tried without the plugin machinery: the real router, pools and parser. */
final class Room {
    static final String HOST = "trial";
    static final Channel LOBBY = FakeConnector.channel(new ChannelId("test", "lobby"));
    private static final Optional<SpaceId> SPACE = Optional.of(new SpaceId("test", "space"));

    final VirtualTime time;
    final FakeConnector connector;
    final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    final FakeAuditTrail audit = new FakeAuditTrail();
    final Injector injector;
    final Path folder;
    PluginPool pool;

    Room(Object... instances) {
        this(PoolOptions.DEFAULT, instances);
    }

    Room(PoolOptions size, Object... instances) {
        this(temporary(), new VirtualTime(), new FakeConnector(), size, instances);
    }

    /** Opens a room with what was left in a folder. */
    Room(Path folder, VirtualTime time, FakeConnector connector, PoolOptions size, Object... instances) {
        this.folder = folder;
        this.time = time;
        this.connector = connector;
        injector = Guice.createInjector(
                new EventModule(time, size),
                new CommandModule(CommandOptions.DEFAULT),
                new ApprovalModule(),
                new StorageModule(new StorageOptions(folder)),
                new AccessModule(Set.of(new UserId("test", "boss"))),
                new AbstractModule() {
                    @Provides
                    RefRanges refRanges(CoreDatabase database) {
                        return () -> database.count("refs");
                    }

                    @Override
                    protected void configure() {
                        bind(AccessStore.class).toInstance(new MemoryAccessStore());
                        bind(Faults.class).toInstance((plugin, where, failure) -> faults.add(where));
                        bind(Clock.class).toInstance(time.clock());
                        bind(Tracing.class).toInstance(Tracing.NONE);
                        bind(AuditTrail.class).toInstance(audit);
                        bind(DialogStore.class).toInstance(DialogStore.NONE);
                    }
                });
        injector.getInstance(ConnectorRegister.class).add(connector);
        injector.getInstance(AccessTable.class).open();
        pool = injector.getInstance(Pools.class).open(HOST, Room.class.getClassLoader());
        if (instances.length > 0) {
            host().announce(HOST, TrialPlugin.declarations(instances));
            host().serve(HOST, pool, List.of(instances));
        }
    }

    CommandHost host() {
        return injector.getInstance(CommandHost.class);
    }

    /** Gives someone a rank in the space of the lobby. */
    void rank(String user, int rank) {
        injector.getInstance(AccessTable.class).put(new UserRank(new UserId("test", user), SPACE, rank));
    }

    void ignore(String user) {
        injector.getInstance(IgnoreList.class).ignore(new UserId("test", user), SPACE);
    }

    CompletionStage<Void> send(String user, String text, Attachment... files) {
        return sendIn("lobby", user, text, files);
    }

    private CompletionStage<Void> sendIn(String channel, String user, String text, Attachment... files) {
        var message = connector.message(
                connector.heard(user, FakeConnector.channel(new ChannelId("test", channel))),
                channel,
                text,
                List.of(files),
                time.clock().instant());
        return injector.getInstance(EventBroker.class).publish(new MessageReceived(message));
    }

    /** Changes a message of someone's, and returns all that is answered. */
    List<String> edits(Message message, String text) {
        int before = connector.sent().size();
        await(sendEdit(message, text));
        return texts(before);
    }

    CompletionStage<Void> sendEdit(Message message, String text) {
        return injector.getInstance(EventBroker.class).publish(new MessageEdited(new EditedMessage(message, text)));
    }

    void deletes(Message message) {
        var deleted = new MessageDeleted(message.id(), message.channel(), message.author());
        await(injector.getInstance(EventBroker.class).publish(deleted));
    }

    Message message(String user, String text) {
        return connector.message(
                connector.heard(user, LOBBY),
                "lobby",
                text,
                List.of(),
                time.clock().instant());
    }

    CompletionStage<Void> send(Message message) {
        return injector.getInstance(EventBroker.class).publish(new MessageReceived(message));
    }

    /** Says something and returns all that is answered, as plain text. */
    List<String> says(String user, String text, Attachment... files) {
        int before = connector.sent().size();
        await(send(user, text, files));
        return texts(before);
    }

    /** Says something in some channel. */
    List<String> saysIn(String channel, String user, String text) {
        int before = connector.sent().size();
        await(sendIn(channel, user, text));
        return texts(before);
    }

    List<String> texts(int before) {
        return connector.sent().stream()
                .skip(before)
                .map(sent -> new PlainText(Style.PLAIN).of(sent.content(), PlainText::note))
                .toList();
    }

    /** Says something as Ann and returns the only answer. */
    String ann(String text, Attachment... files) {
        var answers = says("ann", text, files);
        if (answers.size() != 1) {
            throw new AssertionError("not one answer: " + answers);
        }
        return answers.getFirst();
    }

    static void await(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer within 60 s", e);
        }
    }

    /** Waits until nothing runs, and all that the platform takes has been sent. */
    void awaitIdle() {
        awaitNo(() -> injector.getInstance(Invocations.class).count() > 0
                || injector.getInstance(Journal.class).isBusy());
    }

    /** Waits until all methods have returned; what they have promised for later may still be open. */
    void awaitReturned() {
        awaitNo(() -> pool.taken() > 0);
    }

    private static void awaitNo(BooleanSupplier work) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (work.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("still busy after 60 s");
            }
            LockSupport.parkNanos(100_000);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("bellhop-room");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void unload() throws InterruptedException {
        pool.close(Duration.ofSeconds(60));
    }

    void close() throws InterruptedException {
        unload();
        injector.getInstance(Outbox.class).close();
        injector.getInstance(Ledger.class).close();
        injector.getInstance(CoreDatabase.class).close();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
