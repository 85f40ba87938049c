package io.bellhop.core.discord.slash;

import java.util.ArrayList;
import java.util.List;

/** Collects what does not fit into Discord. */
final class LeftOut {
    private final List<String> sentences = new ArrayList<>();

    void command(String name, String reason) {
        sentences.add("The command \"" + name + "\" is no slash command on Discord: " + reason + ".");
    }

    void parameter(String command, String name, String reason) {
        sentences.add("The parameter \"" + name + "\" of the command \"" + command
                + "\" is no option of its slash command on Discord: " + reason + ".");
    }

    List<String> sentences() {
        return sentences;
    }
}
