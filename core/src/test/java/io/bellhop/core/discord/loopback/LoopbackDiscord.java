package io.bellhop.core.discord.loopback;

import io.bellhop.api.plugin.Secret;
import io.bellhop.core.discord.DiscordOptions;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.option.Pace;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A Discord on the loopback interface: one bot, one server with one channel, and people who write there. */
public final class LoopbackDiscord implements AutoCloseable {
    /** No test waits as long as Discord would have it. */
    public static final Pace HASTE = new Pace(
            InstantSource.system(),
            Duration.ofMillis(10),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofSeconds(10));

    private final LoopbackRest rest;
    private final LoopbackGateway gateway;
    private final LoopbackInteractions interactions;

    public LoopbackDiscord() throws IOException {
        rest = new LoopbackRest();
        gateway = new LoopbackGateway(rest::upToDate);
        recommends(1, 1, 1000);
        interactions = new LoopbackInteractions(gateway);
        rest.route(interactions::answer);
    }

    public DiscordOptions options(String token) {
        return new DiscordOptions(link(token));
    }

    public LinkOptions link(String token) {
        return LinkOptions.of(new Secret(token)).at(rest.url()).pacing(HASTE);
    }

    /** Recommends so many shards, so many of which may log in at once, and says how many log-ins are left. */
    public void recommends(int shards, int concurrency, int remaining) {
        rest.offers(Payloads.gatewayBot(gateway.url(), shards, concurrency, remaining));
    }

    public LoopbackRest rest() {
        return rest;
    }

    public LoopbackGateway gateway() {
        return gateway;
    }

    /** What people do with commands, menus, forms and buttons. */
    public LoopbackInteractions interactions() {
        return interactions;
    }

    /** Someone writes in the lobby. */
    public String says(String user, String content) {
        var id = Payloads.snowflake();
        var message = inLobby(Payloads.message(id, Payloads.LOBBY, person(user), content));
        rest.keep(message);
        gateway.emit("MESSAGE_CREATE", message);
        return id;
    }

    /** Someone who has a role writes in the lobby. */
    public void saysAs(String user, String role, String content) {
        var message = inLobby(Payloads.message(Payloads.snowflake(), Payloads.LOBBY, person(user), content));
        message.getObject("member").getArray("roles").add(role);
        gateway.emit("MESSAGE_CREATE", message);
    }

    /** Someone sends a file to the lobby. */
    public void sends(String user, String file) {
        sends(user, "", file);
    }

    /** Someone writes in the lobby, and sends a file with it. */
    public void sends(String user, String content, String file) {
        var message = Payloads.message(Payloads.snowflake(), Payloads.LOBBY, person(user), content);
        gateway.emit(
                "MESSAGE_CREATE",
                inLobby(message).put("attachments", DataArray.empty().add(attachment(file))));
    }

    /** An option that is a file. */
    public DataObject file(String option, String file) {
        var attachment = attachment(file);
        return DataObject.empty()
                .put("name", option)
                .put("type", 11)
                .put("value", attachment.getString("id"))
                .put(LoopbackInteractions.FILE, attachment);
    }

    private DataObject attachment(String file) {
        return DataObject.empty()
                .put("id", Payloads.snowflake())
                .put("filename", file)
                .put("size", LoopbackRest.FILE.length())
                .put("url", rest.url() + "files/" + file)
                .put("proxy_url", rest.url() + "files/" + file);
    }

    /** Someone changes what they wrote. */
    public void edits(String user, String message, String content, String time) {
        var edited = Payloads.message(message, Payloads.LOBBY, person(user), content);
        gateway.emit("MESSAGE_UPDATE", inLobby(edited).put("edited_timestamp", time));
    }

    /** Discord adds a preview to what someone wrote. */
    public void previews(String user, String message, String content) {
        gateway.emit("MESSAGE_UPDATE", inLobby(Payloads.message(message, Payloads.LOBBY, person(user), content)));
    }

    public void deletes(String message) {
        gateway.emit(
                "MESSAGE_DELETE",
                DataObject.empty()
                        .put("id", message)
                        .put("channel_id", Payloads.LOBBY)
                        .put("guild_id", Payloads.GUILD));
    }

    /** Someone deletes many at once. */
    public void deletesAll(String... messages) {
        gateway.emit(
                "MESSAGE_DELETE_BULK",
                DataObject.empty()
                        .put("ids", DataArray.fromCollection(List.of(messages)))
                        .put("channel_id", Payloads.LOBBY)
                        .put("guild_id", Payloads.GUILD));
    }

    /** Someone writes to the bot alone. */
    public String whispers(String user, String content) {
        var id = Payloads.snowflake();
        var message = Payloads.message(id, Payloads.DIRECT, person(user), content);
        rest.keep(message);
        gateway.emit("MESSAGE_CREATE", message);
        return id;
    }

    public void presses(String user, String key) {
        interactions.presses(user, key);
    }

    /** Waits for the next request of a kind. */
    public LoopbackRest.Request next(String method, String path) throws InterruptedException {
        return next(request -> request.is(method, path));
    }

    private LoopbackRest.Request next(Predicate<LoopbackRest.Request> wanted) throws InterruptedException {
        while (true) {
            var request = rest.requests().poll(60, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no such request within 60 s, but " + rest.log());
            }
            if (wanted.test(request)) {
                return request;
            }
        }
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        rest.close();
    }

    private static DataObject person(String id) {
        return Payloads.user(id, id.equals(Payloads.ANN) ? Payloads.ANN_NAME : "ben");
    }

    private static DataObject inLobby(DataObject message) {
        return message.put("guild_id", Payloads.GUILD)
                .put("member", DataObject.empty().put("roles", DataArray.empty()));
    }
}
