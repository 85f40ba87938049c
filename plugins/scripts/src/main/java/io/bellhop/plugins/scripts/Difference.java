package io.bellhop.plugins.scripts;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.scripts.store.Version;
import java.util.List;

/** Tells what has changed from one version to another, in the unified format. */
final class Difference {
    private static final int CONTEXT = 3;

    /** The time grows with the product of lines and changes. */
    private static final int MOST_LINES = 5000;

    private static final int FEW_LINES = 1000;

    private Difference() {}

    /** Returns the difference, which is empty if there is none. */
    static String of(String name, Version before, Version after) {
        var from = lines(before);
        var to = lines(after);
        var patch = DiffUtils.diff(from, to, algorithm(from.size() + to.size()));
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(title(name, before), title(name, after), from, patch, CONTEXT));
    }

    /** The common algorithm reads best, but its memory grows with the square of the changes. */
    private static DiffAlgorithmI<String> algorithm(int lines) {
        return lines <= FEW_LINES ? new MyersDiff<>() : new MyersDiffWithLinearSpace<>();
    }

    private static List<String> lines(Version version) {
        var lines = version.source().lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() > MOST_LINES) {
            throw BellhopException.limit(
                    "script.too-long",
                    "Version " + version.number() + " has more than " + MOST_LINES
                            + " lines, too many to compare. The command script show shows it.");
        }
        return lines;
    }

    private static String title(String name, Version version) {
        return name + ", version " + version.number() + " (" + version.language() + ")";
    }
}
