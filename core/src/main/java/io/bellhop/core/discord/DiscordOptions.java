package io.bellhop.core.discord;

import io.bellhop.api.plugin.Secret;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;

/** How to reach Discord. Tests reach a Discord of their own. */
record DiscordOptions(Secret token, RestConfig rest, SessionController sessions) {
    static DiscordOptions of(Secret token) {
        return new DiscordOptions(token, new RestConfig(), new ConcurrentSessionController());
    }

    static DiscordOptions of(Secret token, String restUrl, String gatewayUrl) {
        var sessions = new ConcurrentSessionController() {
            @Override
            public String getGateway() {
                return gatewayUrl;
            }
        };
        return new DiscordOptions(token, new RestConfig().setBaseUrl(restUrl), sessions);
    }
}
