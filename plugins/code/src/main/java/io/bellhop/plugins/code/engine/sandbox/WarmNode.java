package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.sandbox.bubblewrap.Bubblewrap;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * How Node is started before its program is there.
 *
 * @param command Node, its options and the name of the program's file
 * @param environment the whole environment
 * @param allowance what its step may use
 */
public record WarmNode(List<String> command, Map<String, String> environment, Allowance allowance) {
    /** Returns what the sandbox's first process is told of it. */
    List<String> words() {
        var limits = HexFormat.of().formatHex(Rlimits.of(allowance));
        var words = new ArrayList<>(List.of(limits, "/usr/bin/env", "-i"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.add(command.getFirst());
        words.addAll(List.of("-r", Bubblewrap.BEGIN_NODE));
        words.addAll(command.subList(1, command.size()));
        return words;
    }
}
