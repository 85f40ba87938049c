package io.bellhop.core.app;

import com.google.inject.ProvisionException;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.console.ConsoleConnector;
import io.bellhop.core.console.ConsoleOptions;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.journal.Journal;
import io.bellhop.core.plugin.LivePlugins;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.telemetry.log.Logging;
import io.bellhop.core.telemetry.trace.Tracing;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The sub-command {@code start}: a bot in a process of its own, until its end is wished for. */
final class Start {
    private static final UserId CONSOLE_OWNER = new UserId("console", "owner");

    private final Home home;
    private final Options options;
    private final Configuration configuration;
    private final CoreConfig config;
    private final ConsoleOptions console;

    private Start(Home home, Options options, Configuration configuration, CoreConfig config) {
        this.home = home;
        this.options = options;
        this.configuration = configuration;
        this.config = config;
        this.console = ConsoleOptions.ofProcess(home.folder());
    }

    /** Runs until the end; returns the exit code. */
    static int run(Home home, Options options) throws StartRefused {
        try {
            var configuration = Configuration.load(home.config(), System.getenv());
            var config = configuration.bind(CoreConfig.class, "");
            return new Start(home, options, configuration, config).run();
        } catch (ConfigurationException e) {
            throw StartRefused.wrong(String.valueOf(e.getMessage()));
        }
    }

    private int run() throws StartRefused {
        try (var lastCall = LastCall.open();
                var _ = Logging.open(home.logs(), config.log(), least());
                var time = new SystemTime()) {
            var bot = new Bot(new BotParts(home, configuration, config, owners(), time, new SecureRandom(), tracing()));
            open(bot);
            lastCall.tell(bot.part(EndSignal.class));
            run(bot);
            return 0;
        } catch (IOException e) {
            throw StartRefused.unusable(home.folder(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartRefused.failed("interrupted");
        }
    }

    /** Without its own database, and what it owes by that, the bot can't keep its word, so it does not start. */
    private static void open(Bot bot) throws StartRefused {
        try {
            bot.part(CoreDatabase.class);
            bot.part(Journal.class);
        } catch (ProvisionException e) {
            if (e.getCause() instanceof BellhopException told) {
                throw StartRefused.failed(sentence(told));
            }
            throw e;
        }
    }

    /** What is said of a plugin's schema says "its", and is as true of the bot's own. */
    private static String sentence(BellhopException told) {
        return told.kind() == ErrorKind.PLUGIN
                ? "The home's data/core.db does not fit this version of the bot. " + told.getMessage()
                : String.valueOf(told.getMessage());
    }

    private void run(Bot bot) throws StartRefused, IOException, InterruptedException {
        var end = bot.part(EndSignal.class);
        try {
            bot.start();
            connect(bot, end);
            LoggerFactory.getLogger(Start.class).info("Bellhop {} is ready", Version.current());
            end.await();
        } finally {
            bot.stop();
        }
    }

    private void connect(Bot bot, EndSignal end) throws StartRefused {
        var token = config.discord().token();
        if (token.isPresent()) {
            var chosen = DiscordSettings.of(token.get(), config.discord(), home, bot.part(LivePlugins.class)::uses);
            connectIfItLetsUs(
                    bot, DiscordParts.connector(bot, chosen, config.discord().guilds()));
        }
        if (hasConsole()) {
            connect(bot, openConsole(bot, () -> inputEnded(bot, end)));
        }
    }

    /** A platform that refuses the bot is no reason to leave others alone. */
    private void connectIfItLetsUs(Bot bot, Connector connector) throws StartRefused {
        try {
            connect(bot, connector);
        } catch (StartRefused e) {
            if (!hasConsole() && bot.part(Connectors.class).all().isEmpty()) {
                throw e;
            }
            LoggerFactory.getLogger(Start.class)
                    .error("The bot goes on without {}: {}", connector.id(), e.getMessage());
        }
    }

    private static void connect(Bot bot, Connector connector) throws StartRefused {
        try {
            bot.connect(connector);
        } catch (BellhopException e) {
            throw StartRefused.failed(e.getMessage());
        } catch (Exception e) {
            throw StartRefused.failed("the connector " + connector.id() + " can't start: " + e.getMessage());
        }
    }

    private boolean hasConsole() {
        return config.discord().token().isEmpty() || options.console();
    }

    /** Someone who talks on a terminal need not read there what stands in the log file. */
    private Level least() {
        boolean talks = hasConsole() && console.terminal();
        return talks ? Level.WARN : config.log().level();
    }

    /** Who said all by a pipe is served; a bot that others reach goes on for them. */
    private void inputEnded(Bot bot, EndSignal end) {
        var others = new ArrayList<>(bot.part(LivePlugins.class).connecting());
        config.discord().token().ifPresent(token -> others.addFirst("discord"));
        if (others.isEmpty()) {
            end.give();
        } else {
            LoggerFactory.getLogger(Start.class)
                    .atLevel(console.terminal() ? Level.WARN : Level.INFO) // a terminal shows no less
                    .log(
                            "The console's input has ended; the bot goes on for {}. Ctrl-C or SIGTERM ends it.",
                            String.join(", ", others));
        }
    }

    private Connector openConsole(Bot bot, Runnable atEnd) throws StartRefused {
        var commands = bot.part(ConsoleCommands.class);
        try {
            return ConsoleConnector.open(console, commands, bot.part(Offers.class), InstantSource.system(), atEnd);
        } catch (IOException e) {
            throw StartRefused.failed("the terminal can't be opened: " + e.getMessage());
        }
    }

    private static Tracing tracing() throws StartRefused {
        try {
            return Tracing.open(System.getenv());
        } catch (IllegalArgumentException e) {
            throw StartRefused.wrong(String.valueOf(e.getMessage()));
        }
    }

    private Set<UserId> owners() {
        var owners = new HashSet<>(config.ownerIds());
        owners.add(CONSOLE_OWNER);
        return owners;
    }
}
