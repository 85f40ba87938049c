package io.bellhop.core.storage;

/** What a commit survives. */
enum Durability {
    /** The end of the process, however sudden. */
    NORMAL,
    /** Also a loss of power: every commit waits for the disk. */
    FULL
}
