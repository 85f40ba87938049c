package io.bellhop.core.command.register;

import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.parse.BoundCommand;
import io.bellhop.core.telemetry.meter.CommandMeters;
import org.jspecify.annotations.Nullable;

/** A command that is known, and its host. Bound only while the host serves. */
public final class CommandEntry {
    private final CommandDeclaration declaration;
    private final Host host;
    private final CommandMeters meters;
    private volatile @Nullable BoundCommand bound;

    CommandEntry(CommandDeclaration declaration, Host host, CommandMeters meters) {
        this.declaration = declaration;
        this.host = host;
        this.meters = meters;
    }

    /**
     * Returns what is declared of it.
     *
     * @return the declaration
     */
    public CommandDeclaration declaration() {
        return declaration;
    }

    /**
     * Returns who hosts it.
     *
     * @return the host
     */
    public Host host() {
        return host;
    }

    /**
     * Returns what counts its invocations.
     *
     * @return its meters
     */
    public CommandMeters meters() {
        return meters;
    }

    void bind(@Nullable BoundCommand command) {
        bound = command;
    }

    @Nullable
    BoundCommand bound() {
        return bound;
    }
}
