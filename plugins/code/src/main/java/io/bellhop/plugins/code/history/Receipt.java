package io.bellhop.plugins.code.history;

import io.bellhop.plugins.code.engine.Limits;

/**
 * Under what a run ran, so that it can be run again and compared.
 *
 * @param engine the name of the engine, empty if it never said
 * @param runtime the version of the language, in its makers' words; empty likewise
 * @param stdinHash the SHA-256 of what it could read, in hexadecimal
 * @param argsHash the SHA-256 of its arguments, each after its length and a colon
 * @param files how many files lay beside it
 * @param filesHash the SHA-256 of their names and of their contents' hashes; empty for runs of a time before there was
 *     one
 * @param limits what it could use
 */
public record Receipt(
        String engine, String runtime, String stdinHash, String argsHash, int files, String filesHash, Limits limits) {}
