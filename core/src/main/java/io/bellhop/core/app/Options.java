package io.bellhop.core.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What the command line said.
 *
 * @param action what to do
 * @param home the folder of the bot's own files, absolute; it may not exist yet
 * @param console whether the console connector starts beside the configured ones
 * @param arguments what follows the action
 */
public record Options(Action action, Path home, boolean console, List<String> arguments) {
    Options(Action action, Path home, boolean console) {
        this(action, home, console, List.of());
    }
}
