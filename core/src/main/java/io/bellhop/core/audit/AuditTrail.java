package io.bellhop.core.audit;

/** Takes down what is done. Safe for use from any thread; returns at once. */
public interface AuditTrail {
    /** Takes nothing down. */
    AuditTrail NONE = new AuditTrail() {
        @Override
        public void record(Deed deed) {}

        @Override
        public boolean isFailing() {
            return false;
        }
    };

    /**
     * Takes something down.
     *
     * @param deed what was done
     */
    void record(Deed deed);

    /**
     * Tells whether nothing can be written at the moment. What would have to be audited is then not to be done, unless
     * by an owner.
     *
     * @return true while rows wait that could not be written
     */
    boolean isFailing();
}
