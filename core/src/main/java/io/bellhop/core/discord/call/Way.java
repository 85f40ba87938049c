package io.bellhop.core.discord.call;

import io.bellhop.core.discord.request.Turns;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.InteractionHook;

/**
 * How a call is answered: by its token, which outlives the session that heard it, so that a command that was under way
 * at a new log-in is answered through that.
 *
 * @param token what Discord knows the call by
 * @param session gives a session that is there now, or fails while there is none
 * @param turns keeps what is sent in order
 */
record Way(String token, Supplier<JDA> session, Turns turns) {
    InteractionHook hook() {
        return InteractionHook.from(session.get(), token);
    }
}
