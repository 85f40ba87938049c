package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.chat.SpaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What of access outlives the process. What is read is read once, at the start; what is written is kept when the method
 * returns, which throws a {@link io.bellhop.api.error.BellhopException} if it can't be.
 */
public interface AccessStore {
    /**
     * Returns the key of the pseudonyms.
     *
     * @return the key, the same at every start
     */
    byte[] key();

    /**
     * Lists who is ignored.
     *
     * @return the pseudonyms and places
     */
    List<IgnoredUser> ignored();

    /**
     * Adds to the list, in place of the entry of the same place.
     *
     * @param user who
     */
    void add(IgnoredUser user);

    /**
     * Takes from the list.
     *
     * @param pseudonym stands for the user
     * @param space where, or empty for everywhere
     */
    void remove(String pseudonym, Optional<SpaceId> space);

    /**
     * Lists what commands were last required to need.
     *
     * @return the requirements
     */
    List<CommandRequirement> requirements();

    /**
     * Puts others in their place.
     *
     * @param requirements all of them
     */
    void replace(Collection<CommandRequirement> requirements);
}
