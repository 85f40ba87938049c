package io.bellhop.core.command;

import io.bellhop.api.command.Aliases;
import io.bellhop.api.command.Middleware;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.guard.Middlewares;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.event.pool.PluginPool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Hosts commands in the register, and cuts what still runs of them when their host won't wait any longer. */
record CommandHosts(CommandRegister register, Invocations invocations, Middlewares middlewares) implements CommandHost {
    @Inject
    CommandHosts {}

    @Override
    public void announce(String host, List<CommandDeclaration> commands) {
        register.announce(host, commands);
    }

    @Override
    public void serve(String host, PluginPool pool, List<Object> instances) {
        register.serve(host, pool, instances);
    }

    @Override
    public void pause(String host) {
        register.pause(host);
    }

    @Override
    public boolean drain(String host, Duration patience) throws InterruptedException {
        boolean drained = register.drain(host, patience);
        if (!drained) {
            invocations.unload(host); // some may have no thread that the pool could interrupt
        }
        return drained;
    }

    @Override
    public void withdraw(String host) {
        register.withdraw(host);
    }

    @Override
    public Registration surround(String plugin, Middleware middleware) {
        return middlewares.add(plugin, middleware);
    }

    @Override
    public Aliases aliases(String host) {
        return register.aliases(host);
    }
}
