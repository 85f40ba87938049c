package io.bellhop.core.discord.link;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Why Discord does not let the bot in, by the code that it closes the gateway with. */
final class Refused {
    static final int GOING = 1000;
    static final int TOKEN = 4004;
    static final int INVALID_SHARD = 4010;
    static final int SHARDING_REQUIRED = 4011;
    static final int INVALID_VERSION = 4012;
    static final int INVALID_INTENTS = 4013;
    static final int DISALLOWED_INTENTS = 4014;

    static final String UNREACHABLE = "discord.unreachable";

    private Refused() {}

    /** Tells whether only the owner can help. */
    static boolean isFinal(int code) {
        return code == TOKEN || code == INVALID_VERSION || code == INVALID_INTENTS;
    }

    static BellhopException token() {
        return of(
                "discord.token-refused",
                "Discord refused the bot's token. Take a new one from the developer portal and set discord.token.");
    }

    static BellhopException unreachable(@Nullable Throwable cause) {
        return new BellhopException(
                ErrorKind.CONNECTOR, UNREACHABLE, "Discord's gateway did not answer. Look at the network.", cause);
    }

    /** What is to be sent meanwhile is kept: once the owner has helped, Discord takes it. */
    static BellhopException stopped(BellhopException why) {
        return new BellhopException(ErrorKind.CONNECTOR, "discord.stopped", why.getMessage(), why);
    }

    static BellhopException with(int code) {
        return switch (code) {
            case TOKEN -> token();
            case DISALLOWED_INTENTS ->
                of(
                        "discord.intent-refused",
                        "Discord refused the bot's intents. Switch them on in the developer portal.");
            case INVALID_SHARD, SHARDING_REQUIRED ->
                of(
                        "discord.refused",
                        "Discord wants the bot's servers spread over other shards. Set discord.shards to auto.");
            default -> of("discord.refused", "Discord closed the session (its code " + code + ").");
        };
    }

    private static BellhopException of(String code, String message) {
        return new BellhopException(ErrorKind.CONNECTOR, code, message, null);
    }
}
