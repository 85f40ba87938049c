package io.bellhop.plugins.code.engine.embedded;

/**
 * A compiled script in a QuickJS's memory.
 *
 * @param address where it starts
 * @param length how many bytes it has
 */
record Bytecode(int address, int length) {}
