package io.bellhop.plugins.help;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Pages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Commands by plugin, a line for each.
 *
 * @param prefix what stands in front of a command
 * @param language what they are explained in
 * @param commands what is listed, by plugin
 */
record Overview(String prefix, Locale language, List<CommandDescription> commands) {
    private static final int PAGE_LINES = 20;
    private static final int WIDEST = 36;

    Content page(int number, String topic, Channel channel) {
        var texts = pages(channel.lines(PAGE_LINES));
        var pages = new Pages(texts.size(), 1); // a group is not torn apart, so each text is a page of its own
        var text = texts.get(pages.start(number, "help.page")).add(footer(number, pages.last()));
        return pages.turning(Content.of(text), number, page -> line(page, topic));
    }

    private List<Text> pages(int most) {
        var pages = new ArrayList<Text>();
        var page = Text.empty();
        var room = most;
        for (var group : groups(most - 1).toList()) {
            if (group.size() >= room && !page.isEmpty()) {
                pages.add(page);
                page = Text.empty();
                room = most;
            }
            page = page.add(shown(group));
            room -= group.size() + 1;
        }
        pages.add(page);
        return pages;
    }

    private Stream<List<CommandDescription>> groups(int most) {
        var byPlugin = commands.stream()
                .collect(Collectors.groupingBy(
                        command -> command.plugin().id(), LinkedHashMap::new, Collectors.toList()));
        var window = Gatherers.<CommandDescription>windowFixed(Math.min(most, commands.size()));
        return byPlugin.values().stream().flatMap(group -> group.stream().gather(window));
    }

    private Text shown(List<CommandDescription> group) {
        var plugin = group.getFirst().plugin();
        var text = Text.empty().bold(plugin.id());
        text = plugin.description().isEmpty() ? text : text.add(": " + plugin.description());
        var width = group.stream()
                .mapToInt(command -> usage(command).length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        for (var command : group) {
            var padded = String.format("%-" + (width + 1) + "s", usage(command) + " ");
            text = text.line().add("  ").code(padded).add(" " + command.help(language));
        }
        return text.line();
    }

    private String usage(CommandDescription command) {
        return prefix + command.usage();
    }

    private Text footer(int number, int pages) {
        var text = Text.empty().code(prefix + "help NAME").add(" tells all of a command or a plugin.");
        return pages == 1 ? text : text.add(" Page " + number + " of " + pages + ".");
    }

    private static String line(int number, String topic) {
        return ("help -page " + number + " " + topic).strip();
    }
}
