package io.bellhop.core.audit;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.command.Commands;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.command.NoCommands;
import io.bellhop.core.event.Time;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.storage.StorageModule;
import io.bellhop.core.storage.StorageOptions;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real audit in a real database, without the bot around it. */
public final class AuditRoom {
    public final VirtualTime time;
    public final BlockingQueue<String> alarms = new LinkedBlockingQueue<>();
    private final Path folder;
    private final Injector injector;

    public AuditRoom(Path folder) {
        this(folder, new VirtualTime());
    }

    public AuditRoom(Path folder, VirtualTime time) {
        this.folder = folder;
        this.time = time;
        this.injector = Guice.createInjector(
                new StorageModule(new StorageOptions(folder.resolve("data"))),
                new AuditModule(new AuditOptions(
                        Duration.ofDays(365), folder.resolve("logs/audit.head"), folder.resolve("exports"))),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(AuditAlarm.class).toInstance(alarms::add);
                        bind(Time.class).toInstance(time);
                        bind(Clock.class).toInstance(time.clock());
                        bind(Connectors.class).to(ConnectorRegister.class);
                        bind(Commands.class).toInstance(new NoCommands());
                    }
                });
        injector.getInstance(ConnectorRegister.class).add(new FakeConnector());
    }

    public <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    public Audit audit() {
        return part(Audit.class);
    }

    /** Takes down what someone did, and waits until it is in the chain. */
    public void does(String user, String action, String arguments) throws InterruptedException {
        audit().record(deed(user, action, arguments));
        audit().drain(Duration.ofSeconds(60));
    }

    public static Deed deed(String user, String action, String arguments) {
        return new Deed(
                "ref-" + user,
                Optional.of(FakeConnector.named(user)),
                Optional.of(FakeConnector.channel(new ChannelId("test", "lobby"))),
                action,
                "trial",
                "1.0.0",
                "answered",
                arguments);
    }

    public Verdict verify(Head... heads) {
        return part(Verification.class).verify(List.of(heads), rows -> {});
    }

    /** Does to the file what someone who owns the machine could, with the triggers out of the way. */
    public void tamper(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/core.db"));
                var statement = connection.createStatement()) {
            var triggers = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
                while (rows.next()) {
                    triggers.add(rows.getString(1));
                }
            }
            for (var trigger : triggers) {
                statement.executeUpdate("DROP TRIGGER " + trigger);
            }
            for (var sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    /** Runs a statement as any other user of the database would. */
    public void execute(String sql) {
        part(CoreDatabase.class).jdbi().useHandle(handle -> handle.execute(sql));
    }

    public String first(String sql) {
        return part(CoreDatabase.class)
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).first());
    }

    public static <T> T join(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    public void close() throws Exception {
        part(Ledger.class).close();
        part(CoreDatabase.class).close();
    }
}
