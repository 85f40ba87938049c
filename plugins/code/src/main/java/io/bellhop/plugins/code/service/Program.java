package io.bellhop.plugins.code.service;

import java.util.List;

/**
 * A program with what it is given.
 *
 * @param language a name or an alias of what it is written in
 * @param source the program
 * @param args what it gets on its command line
 * @param stdin what it reads
 */
public record Program(String language, String source, List<String> args, String stdin) {
    /** Keeps what is given from changing. */
    public Program {
        args = List.copyOf(args);
    }
}
