package io.bellhop.core.discord;

import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** The limit of the loopback Discord and of JDA: a bot of two lines, which answers on the thread that hears. */
public final class DiscordEcho extends ListenerAdapter implements AutoCloseable {
    private final JDA jda;

    DiscordEcho(LoopbackDiscord discord) throws InterruptedException {
        jda = JDABuilder.createLight(LoopbackRest.TOKEN, GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                .setRestConfig(new RestConfig().setBaseUrl(discord.rest().url()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return discord.gateway().url();
                    }
                })
                .setEnableShutdownHook(false)
                .addEventListeners(this)
                .build()
                .awaitReady();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        if (!event.getAuthor().isBot()) {
            event.getMessage().reply("pong").queue();
        }
    }

    @Override
    public void close() {
        jda.shutdownNow();
    }
}
