package io.bellhop.core.discord.loopback;

import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.LoopbackRest.Request;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord usually answers on the routes that the connector uses. */
final class LoopbackAnswers {
    private static final String MESSAGE = "channels/" + Payloads.LOBBY + "/messages/";

    private final LoopbackHistory history = new LoopbackHistory();
    private volatile int applicationFlags = 1 << 19;
    private volatile DataObject gatewayBot = DataObject.empty();

    LoopbackAnswers() {
        history.add(said("first"));
        history.add(said("second"));
    }

    void offers(DataObject gateway) {
        gatewayBot = gateway;
    }

    void withholdContent() {
        applicationFlags = 0;
    }

    LoopbackHistory history() {
        return history;
    }

    Answer answer(Request request) {
        return switch (request.method()) {
            case "GET" -> got(request);
            case "POST" -> posted(request);
            case "PATCH" -> Answer.json(message(request, request.path().split("/", -1)[3]));
            default -> Answer.nothing();
        };
    }

    private Answer got(Request request) {
        var path = request.path();
        return switch (path) {
            case "gateway/bot" -> Answer.json(gatewayBot);
            case "applications/@me" ->
                Answer.json(DataObject.empty().put("id", Payloads.BOT).put("flags", applicationFlags));
            case "users/@me/guilds" -> Answer.json(DataArray.empty().add(Payloads.membership()));
            case "users/@me" -> Answer.json(Payloads.bot());
            case "users/" + Payloads.ANN -> Answer.json(Payloads.user(Payloads.ANN, Payloads.ANN_NAME));
            case "guilds/" + Payloads.GUILD + "/members/" + Payloads.ANN ->
                Answer.json(Payloads.member(Payloads.user(Payloads.ANN, Payloads.ANN_NAME)));
            case "channels/" + Payloads.LOBBY + "/messages", "channels/" + Payloads.DIRECT + "/messages" ->
                Answer.json(history.page(path.split("/", -1)[1], request.query()));
            case "channels/" + Payloads.ASLEEP -> Answer.json(Payloads.thread(Payloads.ASLEEP, "asleep"));
            case "channels/" + Payloads.DIRECT -> Answer.json(Payloads.direct());
            case "files/a.txt", "files/a.js" -> new Answer(200, Map.of(), LoopbackRest.FILE);
            default -> path.startsWith(MESSAGE) ? message(path.substring(MESSAGE.length())) : unknown(path);
        };
    }

    private Answer message(String id) {
        return history.find(id).map(Answer::json).orElseGet(() -> Answer.error(404, 10_008, "Unknown Message"));
    }

    private static Answer unknown(String path) {
        return Answer.error(404, path.startsWith("users/") ? 10_013 : 10_003, "Unknown");
    }

    private static DataObject said(String content) {
        return Payloads.message(
                Payloads.snowflake(), Payloads.LOBBY, Payloads.user(Payloads.ANN, Payloads.ANN_NAME), content);
    }

    private Answer posted(Request request) {
        if (request.path().equals("users/@me/channels")) {
            return Answer.json(history.upToDate(Payloads.direct(request.json().getString("recipient_id"))));
        }
        if (request.path().endsWith("/threads")) {
            return Answer.json(thread(request));
        }
        if (!request.path().endsWith("/messages")) {
            return Answer.nothing();
        }
        var nonce = request.json().getString("nonce", null);
        return Answer.json(history.add(nonce, () -> message(request, Payloads.snowflake())));
    }

    /** A thread about a message has the message's id; a forum's begins with a message. */
    private static DataObject thread(Request request) {
        var asked = request.json();
        var parts = request.path().split("/", -1);
        var id = parts.length > 3 ? parts[3] : Payloads.snowflake();
        var thread = Payloads.thread(id, asked.getString("name")).put("parent_id", parts[1]);
        return asked.hasKey("message")
                ? thread.put(
                        "message",
                        Payloads.message(
                                id,
                                id,
                                Payloads.bot(),
                                asked.getObject("message").getString("content", "")))
                : thread;
    }

    private static DataObject message(Request request, String id) {
        var channel = request.path().split("/", -1)[1];
        var asked = request.json();
        var message = Payloads.message(id, channel, Payloads.bot(), asked.getString("content", ""));
        asked.optObject("message_reference")
                .ifPresent(reference -> message.put("type", 19).put("message_reference", reference));
        return message;
    }
}
