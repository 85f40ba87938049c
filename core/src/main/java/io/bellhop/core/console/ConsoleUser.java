package io.bellhop.core.console;

import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.Optional;

/** Whoever speaks on the console: any name is someone. */
record ConsoleUser(UserId id) implements User {
    static final ConsoleUser OWNER = of("owner");
    static final ConsoleUser BOT = of(Names.BOT);

    static Optional<ConsoleUser> named(String reference) {
        return Names.of(Names.unmarked(reference, "@")).map(ConsoleUser::of);
    }

    private static ConsoleUser of(String name) {
        return new ConsoleUser(new UserId(Names.CONNECTOR, name));
    }

    @Override
    public String name() {
        return id.id();
    }

    @Override
    public boolean bot() {
        return id.id().equals(Names.BOT);
    }
}
