package io.bellhop.core.plugin.run;

import io.bellhop.api.chat.Connectors;
import io.bellhop.api.command.Commands;
import io.bellhop.core.access.AccessForPlugins;
import io.bellhop.core.command.CommandHost;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.event.pool.Pools;
import io.bellhop.core.people.PersonalDataHost;
import io.bellhop.core.schedule.Jobs;
import io.bellhop.core.settings.ChatSettingsHost;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.telemetry.meter.Meters;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * What the core does for plugins.
 *
 * @param broker takes and hands out events
 * @param pools makes their threads
 * @param time tells the time
 * @param random makes numbers by chance
 * @param faults hears what fails
 * @param settings holds their configuration
 * @param commandHost serves their commands
 * @param connectorHost runs their connectors
 * @param commands what plugins see of all commands
 * @param connectors all connectors
 * @param access says who may do what
 * @param meters counts what was loaded
 * @param databases keeps what they remember
 * @param people knows what they keep about people
 * @param jobs remembers when their jobs ran
 * @param chatSettings holds what is set for them in chat
 */
public record HostServices(
        EventBroker broker,
        Pools pools,
        Time time,
        RandomGenerator random,
        Faults faults,
        PluginSettings settings,
        CommandHost commandHost,
        ConnectorHost connectorHost,
        Commands commands,
        Connectors connectors,
        AccessForPlugins access,
        Meters meters,
        Databases databases,
        PersonalDataHost people,
        Jobs jobs,
        ChatSettingsHost chatSettings) {

    /** Takes them from the injector. */
    @Inject
    public HostServices {}
}
