package io.bellhop.core.settings;

import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import java.util.List;
import java.util.stream.Collectors;

/** How far someone wants a value to reach, as the flags of a command say; the usual if they say nothing. */
record Reach(boolean channel, boolean space, boolean bot) {
    /** Finds what is meant, and refuses what a setting or the asker's rank does not allow. */
    Scope scope(String key, List<Level> levels, Invocation asking) {
        var level = level(levels);
        if (!levels.contains(level)) {
            var allowed = levels.stream().map(one -> "-" + one.word()).collect(Collectors.joining(", "));
            throw BellhopException.user(
                    "settings.level", key + " can't be set for " + level.where() + "; it takes " + allowed + ".");
        }
        if (asking.rank() < level.rank()) {
            throw BellhopException.user(
                    "access.rank",
                    "To set something for %s needs rank %d; yours is %d."
                            .formatted(level.where(), level.rank(), asking.rank()));
        }
        return Scope.around(asking.channel(), level)
                .orElseThrow(() -> BellhopException.user("settings.level", "There is no space here to set it for."));
    }

    private Level level(List<Level> levels) {
        if ((channel && space) || (channel && bot) || (space && bot)) {
            throw BellhopException.user("settings.level", "Say one of -channel, -space and -bot.");
        }
        return channel ? Level.CHANNEL : space ? Level.SPACE : bot ? Level.BOT : levels.getFirst();
    }
}
