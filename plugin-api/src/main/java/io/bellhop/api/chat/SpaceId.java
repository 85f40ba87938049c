package io.bellhop.api.chat;

/**
 * Names a space.
 *
 * @param connector the id of the connector that it is on
 * @param id what the platform calls it
 */
public record SpaceId(String connector, String id) {}
