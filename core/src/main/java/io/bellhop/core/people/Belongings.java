package io.bellhop.core.people;

import io.bellhop.api.storage.PersonalData;

/**
 * What a feature of the core keeps about people; added in the feature's module by {@link PeopleModule#belongings}.
 * Called on a pool's thread, and may wait for the disk.
 */
public interface Belongings extends PersonalData {
    /**
     * Returns what the feature is called before users.
     *
     * @return a word, such as {@code audit}
     */
    String name();
}
