package io.bellhop.plugins.irc;

import io.bellhop.api.chat.Membership;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.plugins.irc.people.Person;
import java.util.List;
import java.util.Optional;

/** Someone on a network, as they were when they were heard. */
record IrcUser(UserId id, String name, boolean bot, Optional<Membership> membership) implements User {
    private record Standing(SpaceId space, boolean administrator) implements Membership {
        @Override
        public List<Role> roles() {
            return List.of();
        }
    }

    static IrcUser of(String network, Person person) {
        return new IrcUser(
                Ids.user(network, person.identity()),
                person.source().nick(),
                person.bot(),
                Optional.of(new Standing(Ids.space(network), person.administers())));
    }

    @Override
    public boolean guest() {
        return Ids.isGuest(Ids.afterNetwork(id.id()));
    }

    /** Returns the conversation with them. */
    IrcChannel conversation() {
        return IrcChannel.with(Ids.network(id.id()), Ids.afterNetwork(id.id()), name);
    }

    /** Returns the same in a conversation with us alone, which is in no space. */
    IrcUser alone() {
        return new IrcUser(id, name, bot, Optional.empty());
    }
}
