package io.bellhop.core.command.declare;

/** One parameter of a command's method. */
public sealed interface Slot permits ParameterDeclaration, Slot.OfInvocation {
    /** The parameter that gets the invocation itself. */
    enum OfInvocation implements Slot {
        /** The only one. */
        INVOCATION
    }
}
