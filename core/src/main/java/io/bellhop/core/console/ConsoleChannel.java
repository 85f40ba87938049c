package io.bellhop.core.console;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import java.util.Optional;

/** A channel of the console's one space, or a direct conversation, whose id is {@code @} and the user's name. */
record ConsoleChannel(ChannelId id) implements Channel {
    static final ConsoleChannel LOBBY = of("lobby");

    private static final String DIRECT = "@";
    private static final Optional<Space> SPACE =
            Optional.of(new OnlySpace(new SpaceId(Names.CONNECTOR, Names.CONNECTOR), Names.CONNECTOR));

    private record OnlySpace(SpaceId id, String name) implements Space {}

    static Optional<ConsoleChannel> named(String reference) {
        return Names.of(Names.unmarked(reference, "#")).map(ConsoleChannel::of);
    }

    static ConsoleChannel directWith(ConsoleUser user) {
        return of(DIRECT + user.name());
    }

    private static ConsoleChannel of(String id) {
        return new ConsoleChannel(new ChannelId(Names.CONNECTOR, id));
    }

    boolean isDirect() {
        return id.id().startsWith(DIRECT);
    }

    @Override
    public String name() {
        return isDirect() ? id.id().substring(DIRECT.length()) : id.id();
    }

    @Override
    public Optional<Space> space() {
        return isDirect() ? Optional.empty() : SPACE;
    }

    /** It scrolls, and what is piped is for programs. */
    @Override
    public int lines(int usual) {
        return Integer.MAX_VALUE;
    }
}
