package io.bellhop.core.audit;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.Optional;

/**
 * A deed on its way to its row in the chain.
 *
 * @param at when it was done, in milliseconds
 * @param ref names the invocation; empty if it was none
 * @param user who did it; empty for the bot itself
 * @param connector the platform, or empty
 * @param space the space; empty in direct conversations
 * @param action what was done
 * @param plugin whose command it is
 * @param version that plugin's version
 * @param outcome how it ended, in a word
 * @param details what is encrypted under the person's key
 */
record Note(
        long at,
        String ref,
        Optional<UserId> user,
        String connector,
        String space,
        String action,
        String plugin,
        String version,
        String outcome,
        Details details) {
    private static final String FORGETTING = "forget me";

    static Note of(Deed deed, long at) {
        return new Note(
                at,
                deed.ref(),
                deed.user().map(User::id),
                deed.channel().map(channel -> channel.id().connector()).orElse(""),
                deed.channel()
                        .flatMap(Channel::space)
                        .map(Space::id)
                        .map(SpaceId::id)
                        .orElse(""),
                deed.action(),
                deed.plugin(),
                deed.version(),
                deed.outcome(),
                Details.of(deed));
    }

    /** Tells whether it is that someone was forgotten, which has to be in the chain before anything else is. */
    boolean isOfForgetting() {
        return action.equals(FORGETTING);
    }

    /** Makes the row, which still lacks number and hash. */
    AuditRow row(String person, String sealed) {
        return new AuditRow(0, at, ref, person, connector, space, action, plugin, version, outcome, sealed, "");
    }
}
