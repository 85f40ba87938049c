package io.bellhop.plugins.code.engine.sandbox;

import java.io.IOException;
import java.util.Optional;

/** Makes sandboxes that are none: any program says, or fails to say, what a sandbox's first process would. */
public final class Pretended {
    private Pretended() {}

    /** Makes one that waits for steps and takes none. */
    public static Sandbox ready(Slot slot) throws IOException {
        return saying(slot, "printf 'r\\0\\0\\0\\0'; cat >/dev/null; exit");
    }

    /** Makes one of a shell's script. */
    public static Sandbox saying(Slot slot, String script) throws IOException {
        return new Sandbox(new ProcessBuilder("/bin/sh", "-c", script).start(), slot, 1);
    }

    /** Makes a slot that has nothing for itself. */
    public static Slot slot(int number) {
        return new Slot(number, Optional.empty(), Optional.empty());
    }
}
