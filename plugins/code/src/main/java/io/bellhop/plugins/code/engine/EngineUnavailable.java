package io.bellhop.plugins.code.engine;

/**
 * An engine can't run a job now, and has not run it: another engine may. Its message is for users: a clause that says
 * why, without a full stop, and that holds no address and no secret.
 */
public final class EngineUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param why such as {@code no Piston server answers}
     */
    public EngineUnavailable(String why) {
        super(why);
    }

    /**
     * Returns why.
     *
     * @return the clause, never null
     */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
