package io.bellhop.core.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.bellhop.api.chat.Connectors;
import io.bellhop.core.access.AccessModule;
import io.bellhop.core.access.AccessStore;
import io.bellhop.core.access.DurableAccessStore;
import io.bellhop.core.approval.ApprovalModule;
import io.bellhop.core.audit.AuditAlarm;
import io.bellhop.core.audit.AuditModule;
import io.bellhop.core.backup.BackupOptions;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.choice.ChoiceModule;
import io.bellhop.core.command.CommandModule;
import io.bellhop.core.command.settings.CommandOptions;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.dialog.DialogModule;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.slash.CommandSource;
import io.bellhop.core.event.broker.EventModule;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.journal.JournalBelongings;
import io.bellhop.core.people.PeopleModule;
import io.bellhop.core.plugin.OwnerNotices;
import io.bellhop.core.plugin.PluginModule;
import io.bellhop.core.plugin.PluginOptions;
import io.bellhop.core.plugin.run.ConnectorHost;
import io.bellhop.core.plugin.run.PluginSettings;
import io.bellhop.core.schedule.ScheduleModule;
import io.bellhop.core.settings.SettingsModule;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.StorageModule;
import io.bellhop.core.storage.StorageOptions;
import io.bellhop.core.telemetry.RefRanges;
import io.bellhop.core.telemetry.trace.Tracing;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** All features of a bot, put together. */
final class BotModule extends AbstractModule {
    private final BotParts parts;

    BotModule(BotParts parts) {
        this.parts = parts;
    }

    @Override
    protected void configure() {
        var config = parts.config();
        install(new EventModule(
                parts.time(),
                new PoolOptions(config.pool().threads(), config.pool().queue())));
        install(new CommandModule(new CommandOptions(config.prefix(), config.editWindow())));
        install(new StorageModule(new StorageOptions(parts.home().data())));
        install(new ApprovalModule());
        install(new PeopleModule());
        PeopleModule.belongings(binder()).addBinding().to(JournalBelongings.class);
        install(new SettingsModule());
        bind(Configuration.class).toInstance(parts.configuration());
        install(new AccessModule(parts.owners()));
        install(new PluginModule(PluginOptions.of(parts.home().folder(), Version.current())));
        install(new DialogModule());
        install(new ChoiceModule());
        install(new ScheduleModule());
        install(new AuditModule(
                parts.auditOptions())); // last: what others do to forget someone is taken down before it is
        bind(AccessStore.class).to(DurableAccessStore.class);
        bind(PluginSettings.class).toInstance(new ConfiguredPlugins(parts.configuration()));
        bind(BackupOptions.class).toInstance(new BackupOptions(parts.home().folder(), Version.current()));
        bind(ConnectorHost.class).to(RunningConnectors.class);
        bind(OwnerNotices.class).to(OwnerWhispers.class);
        bind(CommandSource.class).to(NativeCommands.class);
        bind(CallableCommands.class).to(DiscordCommands.class);
        bind(Connectors.class).to(ConnectorRegister.class);
        bind(Tracing.class).toInstance(parts.tracing());
        bind(RandomGenerator.class).toInstance(parts.random());
    }

    @Provides
    RefRanges refRanges(CoreDatabase database) {
        return () -> database.count("refs");
    }

    @Provides
    AuditAlarm auditAlarm(OwnerNotices notices) {
        return notices::tell;
    }

    @Provides
    Clock clock() {
        return parts.time().clock();
    }
}
