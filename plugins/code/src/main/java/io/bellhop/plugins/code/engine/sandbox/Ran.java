package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.Stage;
import java.util.List;

/**
 * How a step went.
 *
 * @param stage its verdict, output and usage
 * @param files what was collected, with names as the program gave them: not to be trusted
 * @param leftOut how many files were there beside them
 */
public record Ran(Stage stage, List<SandboxFile> files, int leftOut) {}
