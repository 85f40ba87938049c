package io.bellhop.core.discord;

import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.testkit.connector.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Reads what the bot sent as Discord's own program would: takes the markup for what it does, and drops it. */
final class DiscordEyes {
    private static final Pattern FENCE = Pattern.compile("```(?:[A-Za-z0-9_+.#-]*\n)?(.+?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(?<!`)(``|`)(?!`)(.+?)(?<!`)\\1(?!`)", Pattern.DOTALL);
    private static final Pattern FILE =
            Pattern.compile("name=\"files\\[\\d+]\"; filename=\"([^\"]*)\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);
    private static final Pattern MARKUP = Pattern.compile(
            "(?<url>https?://[^\\s<>*|`\\\\]++)"
                    + "|\\\\(?<escaped>[^\\sA-Za-z0-9])"
                    + "|<@!?(?<user>\\d+)>|(?<mass>@(?:everyone|here))"
                    + "|\\[(?<label>(?:\\\\.|[^\\]\\\\])*)]\\((?<target>[^)]*)\\)"
                    + "|(?<mark>\\*|__?|~~|\\|\\||<[^>\\s]*>|^(?:#{1,3}|-#|>|-|\\d+\\.)(?=\\s))",
            Pattern.MULTILINE);

    private final StringBuilder text = new StringBuilder();
    private final List<String> code = new ArrayList<>();
    private final Set<String> notified = new LinkedHashSet<>();
    private final Set<String> allowed = new LinkedHashSet<>();

    private DiscordEyes(DataObject message) {
        message.optObject("allowed_mentions").ifPresent(mentions -> {
            mentions.optArray("users").ifPresent(users -> users.forEach(user -> allowed.add(user.toString())));
            mentions.optArray("parse").ifPresent(kinds -> kinds.forEach(kind -> allowed.add(kind.toString())));
        });
    }

    /** Reads a message as it was sent, with its files. */
    static Sight read(Sight.Kind kind, LoopbackRest.Request request) {
        var message = request.json();
        var eyes = new DiscordEyes(message);
        eyes.blocks(message.getString("content", ""));
        message.optArray("embeds")
                .ifPresent(embeds -> embeds.stream(DataArray::getObject).forEach(eyes::embed));
        var labels = new ArrayList<String>();
        buttons(message).forEach(button -> labels.add(button.getString("label")));
        return new Sight(kind, eyes.text.toString().strip(), eyes.code, eyes.notified, labels, files(request.body()));
    }

    /** The buttons under a message, in order. */
    static List<DataObject> buttons(DataObject message) {
        return message.optArray("components").stream()
                .flatMap(rows -> rows.stream(DataArray::getObject))
                .flatMap(row -> row.getArray("components").stream(DataArray::getObject))
                .toList();
    }

    private static Map<String, String> files(String body) {
        var files = new HashMap<String, String>();
        FILE.matcher(body).results().forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    private void embed(DataObject embed) {
        blocks("\n" + embed.getString("title", "") + "\n" + embed.getString("description", "") + "\n");
        embed.optArray("fields")
                .ifPresent(fields -> fields.stream(DataArray::getObject)
                        .forEach(field -> blocks(field.getString("name") + "\n" + field.getString("value") + "\n")));
        embed.optObject("image")
                .ifPresent(image -> text.append(image.getString("url")).append('\n'));
        embed.optObject("footer").ifPresent(footer -> text.append(footer.getString("text")));
    }

    private void blocks(String markdown) {
        int from = 0;
        var fence = FENCE.matcher(markdown);
        while (fence.find()) {
            spans(markdown.substring(from, fence.start()));
            code(fence.group(1));
            from = fence.end();
        }
        spans(markdown.substring(from));
    }

    private void spans(String markdown) {
        int from = 0;
        var span = CODE.matcher(markdown.replace("\\`", "\\\uE000")); // an escaped one begins nothing
        while (span.find()) {
            marks(markdown.substring(from, span.start()));
            code(markdown.substring(span.start(2), span.end(2)));
            from = span.end();
        }
        marks(markdown.substring(from));
    }

    /** What keeps two backticks apart has no width, and nobody but Discord minds it. */
    private void code(String inside) {
        var shown = inside.replaceAll("(?<=`)\u200b(?=`)", "").replaceAll("^\u200b$", "");
        code.add(shown);
        text.append(shown);
    }

    private void marks(String markdown) {
        int from = 0;
        var mark = MARKUP.matcher(markdown);
        while (mark.find()) {
            text.append(markdown, from, mark.start());
            from = mark.end();
            if (mark.group("url") != null) {
                text.append(mark.group());
            } else if (mark.group("escaped") != null) {
                text.append(mark.group("escaped"));
            } else if (mark.group("label") != null) {
                marks(mark.group("label"));
            } else if (mark.group("user") != null) {
                mention(mark.group("user"), "users");
            } else if (mark.group("mass") != null) {
                mention("everyone", "everyone");
            }
        }
        text.append(markdown.substring(from));
    }

    private void mention(String whom, String kind) {
        text.append('@').append(whom);
        if (allowed.contains(whom) || allowed.contains(kind)) {
            notified.add(whom);
        }
    }
}
