package io.bellhop.api.chat;

/**
 * A role that a platform gives to users of a space, such as a Discord role.
 *
 * @param id what the platform calls it; its name may change, and others may have the same
 * @param name what people call it
 */
public record Role(String id, String name) {}
