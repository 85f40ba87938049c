package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What of access outlives the process. What is read is read once, at the start. */
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
     * @return completes when it is kept
     */
    CompletionStage<Void> add(IgnoredUser user);

    /**
     * Takes from the list.
     *
     * @param user who
     * @return completes when that is kept
     */
    CompletionStage<Void> remove(IgnoredUser user);

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
     * @return completes when they are kept
     */
    CompletionStage<Void> replace(Collection<CommandRequirement> requirements);
}
