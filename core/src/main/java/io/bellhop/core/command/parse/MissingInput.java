package io.bellhop.core.command.parse;

import io.bellhop.core.command.declare.ParameterDeclaration;

/** All that was written is right, but a parameter is missing, which the user's next message may bring. */
public final class MissingInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is missing. */
    private final transient ParameterDeclaration parameter;

    MissingInput(ParameterDeclaration parameter) {
        super("It lacks " + parameter.name() + ".", null, false, false);
        this.parameter = parameter;
    }

    /**
     * Returns what is missing.
     *
     * @return the first parameter that must be given and is not
     */
    public ParameterDeclaration parameter() {
        return parameter;
    }
}
