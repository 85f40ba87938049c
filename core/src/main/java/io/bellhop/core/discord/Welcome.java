package io.bellhop.core.discord;

import io.bellhop.api.error.BellhopException;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears whether Discord lets the bot in, and later whether it throws it out. */
final class Welcome implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final int AUTHENTICATION_FAILED = 4004;
    private static final int DISALLOWED_INTENTS = 4014;
    private static final int GOING = 1000;

    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case ReadyEvent welcome -> ready.complete(null);
            case ShutdownEvent end -> ended(end.getCode());
            default -> {}
        }
    }

    static BellhopException tokenRefused() {
        return Failure.of(
                Failure.TOKEN_REFUSED,
                "Discord refused the bot's token. Take a new one from the developer portal and set discord.token.",
                null);
    }

    private void ended(int code) {
        var reason = reason(code);
        if (!ready.completeExceptionally(reason) && code != GOING) {
            LOG.error("Discord ended the session with code {}: {}", code, reason.getMessage());
        }
    }

    private static BellhopException reason(int code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> tokenRefused();
            case DISALLOWED_INTENTS ->
                Failure.of(
                        "discord.intent-refused",
                        "Discord refused the message content intent. Switch it on in the developer portal.",
                        null);
            default -> Failure.of("discord.refused", "Discord closed the session (its code " + code + ").", null);
        };
    }
}
