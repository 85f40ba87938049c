package io.bellhop.plugins.code;

import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.history.Receipt;
import io.bellhop.plugins.code.history.Run;

/** Shows under what a run ran, and the hashes that tell whether another is the same. */
final class Receipts {
    private Receipts() {}

    /** {@return lines, each with a break before it} */
    static Text of(Run run) {
        var receipt = run.receipt();
        var text = receipt.map(Receipts::conditions).orElse(Text.empty());
        text = hash(text, "code", run.sourceHash());
        if (receipt.isPresent()) {
            text = hash(text, "input", receipt.get().stdinHash());
            text = hash(text, "arguments", receipt.get().argsHash());
        }
        var files =
                receipt.filter(one -> one.files() > 0).map(Receipt::filesHash).orElse("");
        text = files.isEmpty() ? text : hash(text, "files", files);
        return hash(text, "output", run.outputHash());
    }

    private static Text conditions(Receipt receipt) {
        var limits = receipt.limits();
        var text = Text.empty().line();
        if (!receipt.engine().isEmpty()) {
            text = text.add("ran on " + receipt.runtime() + ", by the engine " + receipt.engine())
                    .line();
        }
        if (receipt.files() > 0) {
            text = text.add("files beside it: " + receipt.files()).line();
        }
        return text.add("limits: " + Words.of(limits.runTime()) + ", " + Words.of(limits.cpuTime()) + " of CPU, "
                + (limits.memory() >> 20) + " MiB, " + (limits.output() >> 10) + " KiB of output, "
                + Words.of(limits.compileTime()) + " to compile");
    }

    private static Text hash(Text text, String of, String hash) {
        return text.line().add("SHA-256 of the " + of + ": ").code(hash);
    }
}
