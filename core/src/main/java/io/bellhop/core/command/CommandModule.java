package io.bellhop.core.command;

import com.google.inject.AbstractModule;
import io.bellhop.api.command.Commands;
import io.bellhop.core.event.Admission;

/** From a message to an invocation: the register of commands, and the admission to them. */
public final class CommandModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(CommandHost.class).to(CommandHosts.class);
        bind(Commands.class).to(CommandHosts.class);
        bind(Admission.class).to(CommandRouter.class);
        bind(Invocations.class);
    }
}
