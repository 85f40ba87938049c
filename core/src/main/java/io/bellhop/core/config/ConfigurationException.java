package io.bellhop.core.config;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses a configuration, with everything that is wrong with it. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    private final transient List<Problem> problems;

    /**
     * Refuses.
     *
     * @param problems what is wrong, at least one thing
     */
    public ConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Says what is wrong, for a chat: files are named without their folders, which are nobody's business there.
     *
     * @return a line for each thing
     */
    public String told() {
        return problems.stream()
                .map(problem -> new Problem(
                        problem.source().replaceFirst("^.*[/\\\\]", ""),
                        problem.line(),
                        problem.key(),
                        problem.what(),
                        problem.remedy()))
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Returns what is wrong.
     *
     * @return in the order of the settings
     */
    public List<Problem> problems() {
        return problems;
    }
}
