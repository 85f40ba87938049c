package io.bellhop.core.discord.loopback;

import io.bellhop.core.discord.loopback.LoopbackInteraction.Kind;
import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.LoopbackRest.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What people do with commands, menus, forms and buttons, and the routes that answer it. */
public final class LoopbackInteractions {
    /** What an option holds of its file until it is sent. */
    static final String FILE = "file";

    private final Map<String, LoopbackInteraction> byToken = new ConcurrentHashMap<>();
    private final LoopbackGateway gateway;

    public LoopbackInteractions(LoopbackGateway gateway) {
        this.gateway = gateway;
    }

    /** Someone calls a slash command in the lobby, by its path. */
    public LoopbackInteraction calls(String user, String path, DataObject... options) {
        return calls(Scene.lobby(user), path, options);
    }

    public LoopbackInteraction calls(Scene scene, String path, DataObject... options) {
        return begin(Kind.COMMAND, scene, slash(path, options));
    }

    /** Someone types in an option of a slash command. */
    public LoopbackInteraction types(String user, String path, String option, String typed) {
        return types(user, path, option(option, typed));
    }

    /** Someone types in an option of a slash command, of any type. */
    public LoopbackInteraction types(String user, String path, DataObject option) {
        return begin(Kind.AUTOCOMPLETE, Scene.lobby(user), slash(path, option.put("focused", true)));
    }

    /** Someone picks an entry of a message's menu. */
    public LoopbackInteraction picksOnMessage(String user, String entry, String content) {
        var target = Payloads.snowflake();
        var message = Payloads.message(target, Payloads.LOBBY, Payloads.user(Payloads.BEN, "ben"), content);
        var resolved = DataObject.empty().put("messages", DataObject.empty().put(target, message));
        return begin(Kind.COMMAND, Scene.lobby(user), menu(3, entry, target, resolved));
    }

    /** Someone picks an entry of a user's menu. */
    public LoopbackInteraction picksOnUser(String user, String entry, String target) {
        var users = DataObject.empty().put(target, Payloads.user(target, "ben"));
        return begin(
                Kind.COMMAND,
                Scene.lobby(user),
                menu(2, entry, target, DataObject.empty().put("users", users)));
    }

    /** Someone presses a button under a message of the bot's in the lobby. */
    public LoopbackInteraction presses(String user, String button) {
        return pressesUnder(Payloads.snowflake(), user, button);
    }

    /** Someone presses a button somewhere. */
    public LoopbackInteraction presses(Scene scene, String button) {
        return component(Payloads.snowflake(), scene, button(button), 0);
    }

    /** Someone presses a button under a certain message of the bot's in the lobby. */
    public LoopbackInteraction pressesUnder(String message, String user, String button) {
        return component(message, Scene.lobby(user), button(button), 0);
    }

    /** Someone presses a button under a message that nobody else sees. */
    public LoopbackInteraction pressesHidden(String user, String button) {
        return pressesHiddenUnder(Payloads.snowflake(), user, button);
    }

    /** Someone presses a button under a certain message that nobody else sees. */
    public LoopbackInteraction pressesHiddenUnder(String message, String user, String button) {
        return component(message, Scene.lobby(user), button(button), 64);
    }

    /** Someone selects an option of a menu under a message of the bot's in the lobby. */
    public LoopbackInteraction selects(String user, String menu, String value) {
        var data = DataObject.empty()
                .put("component_type", 3)
                .put("custom_id", menu)
                .put("values", DataArray.empty().add(value));
        return component(Payloads.snowflake(), Scene.lobby(user), data, 0);
    }

    private static DataObject button(String name) {
        return DataObject.empty().put("component_type", 2).put("custom_id", name);
    }

    private LoopbackInteraction component(String under, Scene scene, DataObject data, int flags) {
        var message =
                Payloads.message(under, scene.channel(), Payloads.bot(), "").put("flags", flags);
        if (scene.place() == Scene.Place.LOBBY) {
            message.put("guild_id", Payloads.GUILD);
        }
        var interaction = new LoopbackInteraction(Kind.COMPONENT, scene.channel());
        return emit(
                interaction, payload(interaction, Kind.COMPONENT, scene, data).put("message", message));
    }

    /** Someone sends a form off. */
    public LoopbackInteraction submits(String user, String form, Map<String, String> values) {
        var fields = DataArray.empty();
        values.forEach((name, value) -> fields.add(field(fields.length() + 1, name, value)));
        return begin(
                Kind.MODAL,
                Scene.lobby(user),
                DataObject.empty().put("custom_id", form).put("components", fields));
    }

    /** Someone picks a value from the one menu of a form, and sends it off. */
    public LoopbackInteraction chooses(String user, String form, String name, String value) {
        var menu = DataObject.empty()
                .put("type", 3)
                .put("id", 1)
                .put("custom_id", name)
                .put("values", DataArray.empty().add(value));
        var label = DataObject.empty().put("type", 18).put("id", 2).put("component", menu);
        return begin(
                Kind.MODAL,
                Scene.lobby(user),
                DataObject.empty()
                        .put("custom_id", form)
                        .put("components", DataArray.empty().add(label)));
    }

    /** Discord sends an interaction once more. */
    public void repeats(LoopbackInteraction interaction, String user, String path) {
        gateway.emit("INTERACTION_CREATE", payload(interaction, Kind.COMMAND, Scene.lobby(user), slash(path)));
    }

    /** Discord sends a press once more. */
    public void repeatsPress(LoopbackInteraction press, String user, String button) {
        var message = Payloads.message(Payloads.snowflake(), Payloads.LOBBY, Payloads.bot(), "");
        gateway.emit(
                "INTERACTION_CREATE",
                payload(press, Kind.COMPONENT, Scene.lobby(user), button(button))
                        .put("message", message));
    }

    /** An option that is text. */
    public static DataObject option(String name, String value) {
        return DataObject.empty().put("name", name).put("type", 3).put("value", value);
    }

    /** An option that is a number, by Discord's number of its type, as it is while it is typed. */
    public static DataObject number(String name, int type, String typed) {
        return DataObject.empty().put("name", name).put("type", type).put("value", typed);
    }

    /** An option that is yes or no. */
    public static DataObject option(String name, boolean value) {
        return DataObject.empty().put("name", name).put("type", 5).put("value", value);
    }

    /** Answers the routes of interactions; empty if this is none of theirs. */
    public Optional<Answer> answer(Request request) {
        var parts = request.path().split("/", -1);
        boolean isOurs = parts.length >= 3 && (parts[0].equals("interactions") || parts[0].equals("webhooks"));
        if (!isOurs) {
            return Optional.empty();
        }
        var interaction = byToken.get(parts[2]);
        if (interaction == null) {
            return Optional.of(Answer.error(404, parts[0].equals("webhooks") ? 10_015 : 10_062, "Unknown"));
        }
        return Optional.of(
                switch (request.method()) {
                    case "POST" ->
                        parts[0].equals("interactions") ? interaction.called(request) : interaction.followed(request);
                    case "PATCH" -> interaction.edited(parts[4], request);
                    default -> interaction.deleted(parts[4]);
                });
    }

    private LoopbackInteraction begin(Kind kind, Scene scene, DataObject data) {
        var interaction = new LoopbackInteraction(kind, scene.channel());
        return emit(interaction, payload(interaction, kind, scene, data));
    }

    private LoopbackInteraction emit(LoopbackInteraction interaction, DataObject payload) {
        byToken.put(interaction.token, interaction);
        gateway.emit("INTERACTION_CREATE", payload);
        return interaction;
    }

    private static DataObject payload(LoopbackInteraction interaction, Kind kind, Scene scene, DataObject data) {
        return scene.into(DataObject.empty()
                .put("id", interaction.id)
                .put("type", kind.number)
                .put("token", interaction.token)
                .put("data", data));
    }

    private static DataObject slash(String path, DataObject... options) {
        var words = path.split(" ", -1);
        var inner = DataArray.fromCollection(List.of(options));
        for (int i = words.length - 1; i > 0; i--) {
            inner = DataArray.empty()
                    .add(DataObject.empty()
                            .put("name", words[i])
                            .put("type", i == words.length - 1 ? 1 : 2)
                            .put("options", inner));
        }
        return DataObject.empty()
                .put("id", Payloads.snowflake())
                .put("name", words[0])
                .put("type", 1)
                .put("resolved", DataObject.empty().put("attachments", files(options)))
                .put("options", inner);
    }

    private static DataObject files(DataObject... options) {
        var files = DataObject.empty();
        for (var option : options) {
            option.optObject(FILE).ifPresent(file -> files.put(file.getString("id"), file));
        }
        return files;
    }

    private static DataObject menu(int type, String entry, String target, DataObject resolved) {
        return DataObject.empty()
                .put("id", Payloads.snowflake())
                .put("name", entry)
                .put("type", type)
                .put("target_id", target)
                .put("resolved", resolved);
    }

    private static DataObject field(int number, String name, String value) {
        var input = DataObject.empty()
                .put("type", 4)
                .put("id", number)
                .put("custom_id", name)
                .put("value", value);
        return DataObject.empty().put("type", 18).put("id", number + 100).put("component", input);
    }
}
