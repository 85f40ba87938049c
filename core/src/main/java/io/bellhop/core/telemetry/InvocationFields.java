package io.bellhop.core.telemetry;

import java.lang.ScopedValue.CallableOp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What every log line and trace of an invocation tells. User and channel become strings only when something is written.
 *
 * @param ref names the invocation
 * @param user who asked
 * @param channel where
 * @param command what runs
 * @param plugin whose it is
 */
public record InvocationFields(String ref, Object user, Object channel, String command, String plugin) {
    private static final ScopedValue<InvocationFields> CURRENT = ScopedValue.newInstance();

    /**
     * Runs something on this thread; what it logs bears these fields.
     *
     * @param operation what to run
     * @return what it returns
     * @throws X what it throws
     */
    public <R, X extends Throwable> R within(CallableOp<R, X> operation) throws X {
        return ScopedValue.where(CURRENT, this).call(operation);
    }

    /**
     * Returns the fields of what this thread runs.
     *
     * @return them, or empty if it runs no invocation
     */
    public static Optional<InvocationFields> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Returns the fields by their names.
     *
     * @return them, in the order in which they are shown
     */
    public Map<String, String> asMap() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ref", ref);
        fields.put("user", user.toString());
        fields.put("channel", channel.toString());
        fields.put("command", command);
        fields.put("plugin", plugin);
        return fields;
    }
}
