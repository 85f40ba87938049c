package io.bellhop.core.audit;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.Optional;

/**
 * A deed on its way to its row.
 *
 * @param at when it was done, in milliseconds
 * @param user who did it
 * @param details what is encrypted under their key
 * @param deed all else
 */
record Note(long at, Optional<UserId> user, Details details, Deed deed) {
    static Note of(Deed deed, long at) {
        return new Note(at, deed.user().map(User::id), Details.of(deed), deed);
    }

    /** Makes the row, which still lacks number and hash. */
    AuditRow row(String person, String sealed) {
        return new AuditRow(
                0,
                at,
                deed.ref(),
                person,
                deed.channel().map(channel -> channel.id().connector()).orElse(""),
                deed.channel()
                        .flatMap(Channel::space)
                        .map(Space::id)
                        .map(space -> space.id())
                        .orElse(""),
                deed.action(),
                deed.plugin(),
                deed.version(),
                deed.outcome(),
                sealed,
                "");
    }
}
