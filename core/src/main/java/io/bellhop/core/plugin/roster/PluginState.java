package io.bellhop.core.plugin.roster;

/** How a plugin stands. */
public enum PluginState {
    /** It is about to run; its commands wait for it. */
    STARTING,
    /** It runs. */
    RUNNING,
    /** Its owner disabled it, until it is enabled. */
    DISABLED,
    /** It kept failing, and waits for its owner. */
    QUARANTINED,
    /** It can't run, for a reason that is given. */
    REFUSED,
    /** Its owner unloaded it, until it is loaded, its file changes or the bot starts anew. */
    UNLOADED,
    /** It does not run, but threads of it ignore that. */
    STUCK
}
