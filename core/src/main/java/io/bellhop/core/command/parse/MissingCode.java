package io.bellhop.core.command.parse;

/** All is there but a code block, which the user's next message may bring. */
public final class MissingCode extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingCode(String parameter) {
        super(parameter, null, false, false);
    }
}
