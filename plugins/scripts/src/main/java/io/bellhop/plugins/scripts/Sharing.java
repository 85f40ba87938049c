package io.bellhop.plugins.scripts;

import io.bellhop.plugins.scripts.store.Reach;
import io.bellhop.plugins.scripts.store.Script;

/** Says with whom scripts are shared. */
final class Sharing {
    private Sharing() {}

    static String with(Reach reach) {
        return switch (reach) {
            case CHANNEL -> "in this channel";
            case SPACE -> "in this space";
            case ALL -> "wherever this bot is";
        };
    }

    static String of(Script script) {
        return script.reach()
                .map(reach -> "shared " + with(reach))
                .orElse(script.shared() ? "shared elsewhere" : "private");
    }
}
