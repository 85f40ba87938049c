package io.bellhop.core.command;

import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.parse.BoundCommand;
import io.bellhop.core.telemetry.CommandMeters;
import org.jspecify.annotations.Nullable;

/** A command that is known, and its host. Bound only while the host serves. */
final class CommandEntry {
    private final CommandDeclaration declaration;
    private final Host host;
    private final CommandMeters meters;
    private volatile @Nullable BoundCommand bound;

    CommandEntry(CommandDeclaration declaration, Host host, CommandMeters meters) {
        this.declaration = declaration;
        this.host = host;
        this.meters = meters;
    }

    CommandDeclaration declaration() {
        return declaration;
    }

    Host host() {
        return host;
    }

    CommandMeters meters() {
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
