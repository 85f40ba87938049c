package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import java.util.Collection;
import java.util.List;

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
     * Adds to the list.
     *
     * @param user who
     */
    void add(IgnoredUser user);

    /**
     * Takes from the list.
     *
     * @param user who
     */
    void remove(IgnoredUser user);

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
