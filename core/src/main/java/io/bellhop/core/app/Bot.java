package io.bellhop.core.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.event.Broker;
import io.bellhop.core.approval.Approvals;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.dialog.Dialogs;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.journal.Outbox;
import io.bellhop.core.plugin.Plugins;
import io.bellhop.core.schedule.Alarms;
import io.bellhop.core.schedule.Schedules;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.telemetry.meter.Meters;
import java.io.IOException;
import java.time.Duration;

/** A bot, from its start to its end. */
public final class Bot {
    private static final Duration DRAIN = Duration.ofSeconds(6);
    private static final Duration LAST_REPLIES = Duration.ofSeconds(1);

    private final BotParts parts;
    private final Injector injector;

    /**
     * Puts a bot together, without starting it.
     *
     * @param parts what it is made of
     */
    public Bot(BotParts parts) {
        this.parts = parts;
        this.injector = Guice.createInjector(Stage.DEVELOPMENT, new BotModule(parts));
    }

    /**
     * Serves the core's commands and loads the plugins of the home.
     *
     * @throws IOException if the home can't be read
     * @throws InterruptedException if the caller is interrupted
     */
    public void start() throws IOException, InterruptedException {
        injector.getInstance(Chronicle.class).begin();
        part(Approvals.class).restore();
        part(Dialogs.class).restore();
        part(Schedules.class).restore();
        part(Offers.class).begin();
        injector.getInstance(Builtins.class).serve();
        plugins().start();
        part(Databases.class).keepCore();
    }

    /**
     * Starts a connector.
     *
     * @param connector the connector
     * @throws Exception if it can't start
     */
    public void connect(Connector connector) throws Exception {
        injector.getInstance(RunningConnectors.class).connect(connector, broker());
    }

    /**
     * Ends the bot: takes nothing new, answers what is under way for at most 6 seconds, unloads the plugins, and leaves
     * the platforms.
     *
     * @throws InterruptedException if the caller is interrupted
     */
    public void stop() throws InterruptedException {
        part(Alarms.class).stop();
        injector.getInstance(Invocations.class).drain(DRAIN);
        injector.getInstance(Invocations.class).stop();
        part(Outbox.class).drain(LAST_REPLIES); // a plugin can be the connector that they go to
        plugins().stop();
        part(Outbox.class).drain(LAST_REPLIES);
        injector.getInstance(RunningConnectors.class).removeAll();
        injector.getInstance(Builtins.class).close();
        parts.tracing().close();
        part(Meters.class).close();
        part(Outbox.class).close();
        injector.getInstance(Chronicle.class).end();
        part(Ledger.class).close();
        part(CoreDatabase.class).close();
    }

    /**
     * Returns the plugins.
     *
     * @return the plugins of this bot
     */
    public Plugins plugins() {
        return injector.getInstance(Plugins.class);
    }

    /**
     * Returns a part of the bot.
     *
     * @param <T> what it is
     * @param type what it is
     * @return the part
     */
    public <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    private Broker broker() {
        return part(EventBroker.class).forPlugin(part(Builtins.class).pool(), registration -> {});
    }
}
