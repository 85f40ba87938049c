package io.bellhop.plugins.code.engine;

import java.util.List;

/**
 * A language that an engine runs.
 *
 * @param name what it is called in commands, in lower case
 * @param aliases other names, file extensions among them
 * @param version which version runs, in its makers' words
 * @param fileName what the program's file is called
 * @param highlight the tag of a fence that holds such a program
 * @param memory the least bytes of memory with which it is of use, and which its programs have whatever their limit is
 */
public record Language(
        String name, List<String> aliases, String version, String fileName, String highlight, long memory) {
    /**
     * Makes a language that is of use with as little memory as somebody wants.
     *
     * @param name what it is called in commands, in lower case
     * @param aliases other names, file extensions among them
     * @param version which version runs, in its makers' words
     * @param fileName what the program's file is called
     * @param highlight the tag of a fence that holds such a program
     */
    public Language(String name, List<String> aliases, String version, String fileName, String highlight) {
        this(name, aliases, version, fileName, highlight, 0);
    }
}
