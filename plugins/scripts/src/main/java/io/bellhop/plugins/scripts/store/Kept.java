package io.bellhop.plugins.scripts.store;

/**
 * What keeping a version has come to.
 *
 * @param version its number
 * @param dropped how many old versions had to go
 */
public record Kept(int version, int dropped) {}
