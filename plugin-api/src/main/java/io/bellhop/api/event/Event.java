package io.bellhop.api.event;

/**
 * Something that happened. Plugins add their own, best as records; subscribers of another plugin see one whose class is
 * in an exported package. Immutable, because many threads may read it.
 */
public interface Event {}
