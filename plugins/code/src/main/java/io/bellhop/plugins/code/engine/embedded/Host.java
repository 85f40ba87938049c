package io.bellhop.plugins.code.engine.embedded;

/** Answers what the prelude asks for on a program's behalf. Called on the program's thread. */
@FunctionalInterface
interface Host {
    /**
     * Answers.
     *
     * @param what the kind of request
     * @param detail its operand, perhaps empty
     * @return the answer, perhaps empty
     * @throws Ended to end the program
     */
    String ask(String what, String detail);
}
