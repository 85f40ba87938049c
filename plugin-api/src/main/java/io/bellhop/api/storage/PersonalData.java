package io.bellhop.api.storage;

import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Map;

/**
 * Implemented by a {@link io.bellhop.api.plugin.ChatPlugin} class of a plugin that keeps something about people, so
 * that {@code !export me} and {@code !forget me} reach it. A plugin that is not loaded when someone asks to be
 * forgotten is asked when it is loaded next. Called on the plugin's pool, under a deadline of 10 seconds.
 */
public interface PersonalData {
    /**
     * Returns all that is kept about someone.
     *
     * @param user who
     * @return what is kept, by names that this someone understands, such as {@code scripts}: lists, maps, records,
     *     strings, numbers and booleans; nothing empty, and no names if nothing is kept
     * @throws Exception if it can't be told; the user learns that this plugin failed
     */
    Map<String, ?> export(UserId user) throws Exception;

    /**
     * Deletes all that {@link #export} tells of. May be called again, and then has nothing to do.
     *
     * @param user who
     * @return what is gone, in a few words each, such as {@code 3 scripts}, and what had to stay; empty if nothing was
     *     kept
     * @throws Exception if something could not be deleted; the plugin is asked again when it is loaded next
     */
    List<String> forget(UserId user) throws Exception;
}
