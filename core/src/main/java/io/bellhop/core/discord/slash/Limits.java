package io.bellhop.core.discord.slash;

import io.bellhop.core.chat.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** What Discord takes of a command. */
final class Limits {
    static final int COMMANDS = 100;
    static final int BRANCHES = 25;
    /** Names, descriptions and values of a command and all that is in it. */
    static final int CHARACTERS = 8_000;

    private static final Pattern NAME = Pattern.compile("[-_\\p{L}\\p{N}]{1,32}");

    private Limits() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Makes a description of the first of some texts that says anything. */
    static String description(String... texts) {
        for (var text : texts) {
            if (!text.isBlank()) {
                return cut(Visible.of(text.strip().replace('\n', ' ')));
            }
        }
        throw new IllegalArgumentException("nothing describes it");
    }

    /** Parts items in as few groups as hold them in their order, of 25 and a number of characters at most each. */
    static <T> List<List<T>> parted(List<T> items, int room, ToIntFunction<T> length) {
        var parts = new ArrayList<List<T>>();
        int left = 0;
        for (var item : items) {
            left -= length.applyAsInt(item);
            if (parts.isEmpty() || left < 0 || parts.getLast().size() == BRANCHES) {
                parts.add(new ArrayList<>());
                left = room - length.applyAsInt(item);
            }
            parts.getLast().add(item);
        }
        return parts;
    }

    /** Names the parts of what did not fit in one: {@code access}, {@code access-2}. */
    static String name(String name, int part) {
        return part == 0 ? name : name + "-" + (part + 1);
    }

    private static String cut(String text) {
        int most = CommandData.MAX_DESCRIPTION_LENGTH;
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
