package io.bellhop.core.command;

/** One parameter of a command's method. */
sealed interface Slot permits ParameterDeclaration, Slot.OfInvocation {
    /** The parameter that gets the invocation itself. */
    enum OfInvocation implements Slot {
        /** The only one. */
        INVOCATION
    }
}
