package io.bellhop.core.command;

import io.bellhop.api.command.Aliases;
import io.bellhop.api.command.Middleware;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.event.pool.PluginPool;
import java.time.Duration;
import java.util.List;

/**
 * Serves the commands of plugins through their life: announced before the plugin runs, so that early commands wait for
 * it; served while it runs; paused during an upgrade; withdrawn at the end. The first argument names the host of the
 * commands, which is the plugin's id (the core has hosts of its own). Safe for use from any thread.
 */
public interface CommandHost {
    /**
     * Makes commands known. Until they are served, invocations wait for at most 5 seconds.
     *
     * @param host who hosts them
     * @param commands the declarations, which replace those announced before
     * @throws DeclarationException if a name is already taken by another host; nothing changes then
     */
    void announce(String host, List<CommandDeclaration> commands);

    /**
     * Serves the commands that were announced, those that wait first.
     *
     * @param host who hosts them
     * @param pool runs them
     * @param instances the objects whose classes declare the commands
     * @throws DeclarationException if a declared class or method isn't among them
     */
    void serve(String host, PluginPool pool, List<Object> instances);

    /**
     * Lets invocations wait again, as after {@link #announce}. What runs goes on.
     *
     * @param host who hosts them
     */
    void pause(String host);

    /**
     * Waits until no invocation of the host runs; cuts those that run longer.
     *
     * @param host who hosts them
     * @param patience how long to wait at most
     * @return true if all have ended in time
     * @throws InterruptedException if the caller is interrupted
     */
    boolean drain(String host, Duration patience) throws InterruptedException;

    /**
     * Forgets the commands. Invocations that wait are told that the plugin is away.
     *
     * @param host who hosts them
     */
    void withdraw(String host);

    /**
     * Puts a middleware around every invocation.
     *
     * @param plugin the id of the plugin that it belongs to
     * @param middleware what is called
     * @return takes it away
     */
    Registration surround(String plugin, Middleware middleware);

    /**
     * Hands out the shorthands that a host keeps for users, which stay until it is withdrawn.
     *
     * @param host who keeps them
     * @return the way to put and remove them
     */
    Aliases aliases(String host);
}
