package io.bellhop.plugins.scripts.store;

/**
 * How much of one user's is kept.
 *
 * @param scripts how many scripts
 * @param versions how many versions of each
 * @param bytes how many bytes of all versions together
 */
public record Bounds(int scripts, int versions, long bytes) {}
