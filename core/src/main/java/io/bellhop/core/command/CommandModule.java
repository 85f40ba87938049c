package io.bellhop.core.command;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import io.bellhop.api.command.Commands;
import io.bellhop.core.approval.ApprovedRuns;
import io.bellhop.core.event.Admission;

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
        bind(CommandNames.class).to(CommandHosts.class);
        bind(Commands.class).to(CommandHosts.class);
        bind(Admission.class).to(CommandRouter.class);
        bind(Firing.class).to(CommandRouter.class);
        bind(ApprovedRuns.class).to(ApprovedRequests.class);
        bind(Invocations.class);
    }
}
