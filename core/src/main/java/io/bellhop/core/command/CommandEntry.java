package io.bellhop.core.command;

import org.jspecify.annotations.Nullable;

/** A command that is known, and its host. Bound only while the host serves. */
final class CommandEntry {
    private final CommandDeclaration declaration;
    private final Host host;
    private volatile @Nullable BoundCommand bound;

    CommandEntry(CommandDeclaration declaration, Host host) {
        this.declaration = declaration;
        this.host = host;
    }

    CommandDeclaration declaration() {
        return declaration;
    }

    Host host() {
        return host;
    }

    void bind(@Nullable BoundCommand command) {
        bound = command;
    }

    @Nullable
    BoundCommand bound() {
        return bound;
    }
}
