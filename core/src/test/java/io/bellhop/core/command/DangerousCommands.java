package io.bellhop.core.command;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.NeedsApproval;
import io.bellhop.api.command.Rest;
import io.bellhop.api.plugin.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Commands that need the approval of others. */
final class DangerousCommands {
    final List<String> done = new ArrayList<>();

    @Command(name = "drop", help = "Deletes something.")
    @NeedsApproval
    String drop(int times, @Rest String what) {
        done.add(what + " " + times);
        return "dropped " + what;
    }

    @Command(name = "launch", help = "Needs two.")
    @NeedsApproval(count = 2, rank = 500, within = "1h")
    String launch() {
        done.add("launch");
        return "launched";
    }

    @Command(name = "exec", help = "Runs code with a file.")
    @NeedsApproval
    String exec(CodeBlock code, Attachment file) throws IOException {
        try (var in = file.open()) {
            done.add(code.language() + ":" + code.code() + ":" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return "executed";
    }

    @Command(name = "login", help = "Takes a secret.")
    @NeedsApproval
    String login(Secret password) {
        return "welcome";
    }

    @Command(name = "look", help = "Harmless.", repeatable = true)
    String look() {
        return "looked";
    }
}
