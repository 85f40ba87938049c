package io.bellhop.core.discord.loopback;

import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.LoopbackRest.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * The native commands of one bot, everywhere and in single servers: {@code applications/BOT/commands} and
 * {@code applications/BOT/guilds/GUILD/commands}. Refuses what Discord refuses, and keeps what Discord keeps.
 */
public final class LoopbackCommands {
    private static final int INVALID = 50_035;
    private static final int UNKNOWN_COMMAND = 10_063;
    private static final int ENOUGH = 30_034;
    private static final int MOST = 100;
    private static final int MOST_CHARACTERS = 8_000;
    private static final int MOST_OPTIONS = 25;
    private static final Set<Integer> BRANCHES = Set.of(1, 2);

    private final Map<String, Map<String, DataObject>> scopes = new TreeMap<>();
    private int creationsLeft = 200;

    /** Sets how many commands can still be created today. */
    public synchronized void allowCreations(int count) {
        creationsLeft = count;
    }

    /** The names of what is registered everywhere, in order. */
    public synchronized List<String> names() {
        return names("applications/" + Payloads.BOT + "/commands");
    }

    /** The names of what is registered in the one server, in order. */
    public synchronized List<String> namesInGuild() {
        return names("applications/" + Payloads.BOT + "/guilds/" + Payloads.GUILD + "/commands");
    }

    /** A command that is registered everywhere. */
    public synchronized DataObject find(String name) {
        return scope("applications/" + Payloads.BOT + "/commands").values().stream()
                .filter(command -> command.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    public synchronized Answer answer(Request request) {
        int end = request.path().indexOf("/commands") + "/commands".length();
        var commands = scope(request.path().substring(0, end));
        var id = request.path().substring(end).replace("/", "");
        boolean inGuild = request.path().contains("/guilds/");
        return switch (request.method()) {
            case "GET" -> Answer.json(DataArray.fromCollection(commands.values()));
            case "POST" -> create(commands, request.json(), inGuild);
            case "PATCH" -> edit(commands, id, request.json(), inGuild);
            case "DELETE" -> commands.remove(id) == null ? unknown() : Answer.nothing();
            default -> Answer.error(405, 0, "405: Method Not Allowed");
        };
    }

    private Answer create(Map<String, DataObject> commands, DataObject command, boolean inGuild) {
        var old = commands.values().stream()
                .filter(known -> key(known).equals(key(command)))
                .findFirst();
        if (old.isPresent()) { // a creation under a known name is an edit
            return edit(commands, old.get().getString("id"), command, inGuild);
        }
        long alike = commands.values().stream()
                .filter(known -> known.getInt("type") == command.getInt("type"))
                .count();
        if (!isValid(command) || alike == MOST) {
            return invalid();
        }
        if (creationsLeft == 0) {
            return Answer.error(400, ENOUGH, "Max number of daily application command creates has been reached (200)");
        }
        creationsLeft--;
        return keep(commands, Payloads.snowflake(), command, inGuild);
    }

    private static Answer edit(Map<String, DataObject> commands, String id, DataObject command, boolean inGuild) {
        if (!commands.containsKey(id)) {
            return unknown();
        }
        return isValid(command) ? keep(commands, id, command, inGuild) : invalid();
    }

    private static Answer keep(Map<String, DataObject> commands, String id, DataObject command, boolean inGuild) {
        var kept = withoutDefaults(DataObject.fromJson(command.toJson()))
                .put("id", id)
                .put("application_id", Payloads.BOT)
                .put("version", Payloads.snowflake());
        if (inGuild) {
            kept.remove("contexts");
            kept.remove("integration_types");
            kept.put("guild_id", Payloads.GUILD);
        }
        commands.put(id, kept);
        return Answer.json(kept);
    }

    /** Discord answers without what is not set. */
    private static DataObject withoutDefaults(DataObject command) {
        for (var key : List.of("required", "autocomplete")) {
            if (!command.getBoolean(key)) {
                command.remove(key);
            }
        }
        options(command).forEach(LoopbackCommands::withoutDefaults);
        if (command.optArray("options").filter(DataArray::isEmpty).isPresent()) {
            command.remove("options");
        }
        return command;
    }

    private static boolean isValid(DataObject command) {
        boolean isSlash = command.getInt("type", 1) == 1;
        return (isSlash
                        ? areBranches(command) && length(command) <= MOST_CHARACTERS
                        : isTitle(command.getString("name")))
                && (isSlash || options(command).findAny().isEmpty());
    }

    private static boolean areBranches(DataObject parent) {
        var options = options(parent).toList();
        boolean areNamed = isName(parent.getString("name")) && isDescription(parent.getString("description"));
        boolean areUnique = options.stream()
                        .map(option -> option.getString("name"))
                        .distinct()
                        .count()
                == options.size();
        long branches = options.stream()
                .filter(option -> BRANCHES.contains(option.getInt("type")))
                .count();
        return areNamed
                && areUnique
                && options.size() <= MOST_OPTIONS
                && (branches == 0 || branches == options.size())
                && isRequiredFirst(options)
                && options.stream().allMatch(LoopbackCommands::isOption);
    }

    private static boolean isOption(DataObject option) {
        var choices = option.optArray("choices").orElseGet(DataArray::empty);
        return areBranches(option)
                && choices.length() <= MOST_OPTIONS
                && !(option.getBoolean("autocomplete") && choices.length() > 0);
    }

    private static boolean isRequiredFirst(List<DataObject> options) {
        var required =
                options.stream().map(option -> option.getBoolean("required")).toList();
        return !required.contains(false) || required.lastIndexOf(true) < required.indexOf(false);
    }

    private static boolean isName(String name) {
        return name.matches("[-_'\\p{L}\\p{N}]{1,32}") && name.equals(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isTitle(String name) {
        return !name.isBlank() && name.length() <= 32;
    }

    private static boolean isDescription(String description) {
        return !description.isBlank() && description.length() <= 100;
    }

    private static int length(DataObject command) {
        int choices = command.optArray("choices").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .mapToInt(choice -> choice.getString("name").length()
                        + choice.getString("value").length())
                .sum();
        return command.getString("name").length()
                + command.getString("description").length()
                + choices
                + options(command).mapToInt(LoopbackCommands::length).sum();
    }

    private static Stream<DataObject> options(DataObject parent) {
        return parent.optArray("options").orElseGet(DataArray::empty).stream(DataArray::getObject);
    }

    private static String key(DataObject command) {
        return command.getInt("type", 1) + " " + command.getString("name");
    }

    private static Answer unknown() {
        return Answer.error(404, UNKNOWN_COMMAND, "Unknown application command");
    }

    private static Answer invalid() {
        return Answer.error(400, INVALID, "Invalid Form Body");
    }

    private Map<String, DataObject> scope(String path) {
        return scopes.computeIfAbsent(path, created -> new LinkedHashMap<>());
    }

    private List<String> names(String path) {
        return scope(path).values().stream()
                .map(command -> command.getString("name"))
                .sorted()
                .toList();
    }
}
