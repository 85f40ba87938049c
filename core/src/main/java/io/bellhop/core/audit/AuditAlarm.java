package io.bellhop.core.audit;

/** Tells owners what they must know of the audit. Returns at once. */
@FunctionalInterface
public interface AuditAlarm {
    /**
     * Tells them.
     *
     * @param sentence what
     */
    void sound(String sentence);
}
