package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to do in a sandbox.
 *
 * @param kind whether this compiles or runs
 * @param command the program, as an absolute path or to be found on {@code PATH}, and its arguments
 * @param environment the whole environment of the program
 * @param files what is put into {@code /work}, where the program starts, before it does
 * @param stdin what it reads; the end of the file follows
 * @param allowance what it may use
 * @param collect what is taken out afterwards, if anything
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and large
public record Step(
        Stage.Kind kind,
        List<String> command,
        Map<String, String> environment,
        List<SandboxFile> files,
        byte[] stdin,
        Allowance allowance,
        Optional<Collect> collect) {
    /**
     * Which files are taken out of the sandbox when a step has ended: the regular files below a folder. Links, devices,
     * pipes and what is too much are left where they are.
     *
     * @param folder the folder, from {@code /work}
     * @param mostFiles how many at most
     * @param mostBytes how much at most, all files together
     */
    public record Collect(String folder, int mostFiles, int mostBytes) {}
}
