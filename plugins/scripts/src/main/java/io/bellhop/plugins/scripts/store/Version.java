package io.bellhop.plugins.scripts.store;

import java.time.Instant;

/**
 * A script as it was at one time.
 *
 * @param number its number, from 1
 * @param time when it was saved
 * @param language what it is written in
 * @param source the program
 */
public record Version(int number, Instant time, String language, String source) {}
