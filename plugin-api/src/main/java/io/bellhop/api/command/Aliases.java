package io.bellhop.api.command;

import io.bellhop.api.chat.UserId;

/**
 * The shorthands that users have made for themselves, as far as a plugin keeps them. A line that calls no command, but
 * begins with such a name, stands for another line: what follows the name is appended to it, code blocks go along, and
 * it is found, checked and run as if its user had typed it. Kept in memory while the plugin is loaded, so that the
 * plugin puts what it has stored when it starts. Injected; safe for use from any thread; quick.
 */
public interface Aliases {
    /**
     * Tells whether a command begins with a word. Commands always win over aliases.
     *
     * @param word the word, in any case
     * @return true if an alias of this name could not be called
     */
    boolean isCommand(String word);

    /**
     * Makes an alias, or changes what it stands for.
     *
     * @param user whose it is
     * @param name one word, in lower case
     * @param line the command line that it stands for, without a prefix; it may begin with another alias
     */
    void put(UserId user, String name, String line);

    /**
     * Takes an alias away.
     *
     * @param user whose it is
     * @param name the word
     */
    void remove(UserId user, String name);
}
