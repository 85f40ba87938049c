package io.bellhop.core.plugin.run;

/** A plugin's start that nobody waits for any more, because it was to be unloaded: no fault of anyone's. */
public final class StartAbandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartAbandoned() {
        super("Its start was ended before its time.");
    }
}
