package io.bellhop.core.command;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import io.bellhop.api.command.Commands;
import io.bellhop.core.command.admission.AdmissionModule;
import io.bellhop.core.command.register.CommandNames;
import io.bellhop.core.command.register.KnownCommands;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.command.settings.CommandOptions;
import io.bellhop.core.command.settings.CommandSettings;
import io.bellhop.core.command.settings.NothingSet;

/** From a message to an invocation: the register of commands, and the admission to them. */
public final class CommandModule extends AbstractModule {
    private final CommandOptions options;

    /**
     * Makes the module.
     *
     * @param options what the owner has set
     */
    public CommandModule(CommandOptions options) {
        this.options = options;
    }

    @Override
    protected void configure() {
        bind(CommandOptions.class).toInstance(options);
        OptionalBinder.newOptionalBinder(binder(), CommandSettings.class)
                .setDefault()
                .to(NothingSet.class);
        bind(CommandHost.class).to(CommandHosts.class);
        bind(CommandNames.class).to(KnownCommands.class);
        bind(Commands.class).to(KnownCommands.class);
        install(new AdmissionModule());
        bind(Invocations.class);
    }
}
