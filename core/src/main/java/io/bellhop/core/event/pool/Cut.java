package io.bellhop.core.event.pool;

/** Why a task is ended before its time. */
public enum Cut {
    /** It outlived its deadline. */
    DEADLINE,
    /** Its user asked for it. */
    CANCEL,
    /** Its message was deleted, or replaced while it waited: nobody wants to hear of it. */
    WITHDRAWN,
    /** Its plugin is being unloaded. */
    UNLOAD,
    /** The bot stops. */
    STOP
}
