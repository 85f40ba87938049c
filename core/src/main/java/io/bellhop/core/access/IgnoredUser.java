package io.bellhop.core.access;

import io.bellhop.api.chat.SpaceId;
import java.util.Optional;

/**
 * An entry of the ignore list.
 *
 * @param pseudonym stands for the user
 * @param space where, or empty for everywhere
 * @param byRank the rank of whoever ignored them
 */
public record IgnoredUser(String pseudonym, Optional<SpaceId> space, int byRank) {}
