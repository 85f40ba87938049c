package io.bellhop.plugins.code.history;

/**
 * A run as it was remembered.
 *
 * @param number what its user calls it
 * @param run what ran
 * @param whole whether its program was kept; if not, the program is empty
 */
public record Recorded(int number, Run run, boolean whole) {}
