package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.Stage;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a step went.
 *
 * @param stage its verdict, output and usage
 * @param files what was collected, with names as the program gave them: not to be trusted
 * @param leftOut how many files were there beside them; empty if what was to be a folder of them is none
 */
public record Ran(Stage stage, List<SandboxFile> files, OptionalInt leftOut) {}
