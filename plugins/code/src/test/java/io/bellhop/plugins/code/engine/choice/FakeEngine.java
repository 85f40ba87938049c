package io.bellhop.plugins.code.engine.choice;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An engine that runs nothing, and says so well; or can't just now. */
final class FakeEngine implements Engine {
    final List<Job> ran = new ArrayList<>();
    boolean unavailable;
    boolean takesSingleProgramsOnly;
    private List<Language> whenReady = List.of();
    private final String name;
    private List<Language> languages = List.of();

    FakeEngine(String name) {
        this.name = name;
    }

    FakeEngine has(String language, String version, String... aliases) {
        var more = new ArrayList<>(languages);
        more.add(new Language(language, List.of(aliases), version, "main", language));
        languages = List.copyOf(more);
        return this;
    }

    void hasNothing() {
        languages = List.of();
    }

    /** Makes it have nothing before it is ready. */
    FakeEngine unprepared() {
        whenReady = languages;
        languages = List.of();
        return this;
    }

    @Override
    public void prepare() {
        languages = whenReady.isEmpty() ? languages : whenReady;
    }

    @Override
    public Optional<String> refusal(Job job) {
        return takesSingleProgramsOnly && !job.files().isEmpty()
                ? Optional.of("Not " + name + ": it takes no files.")
                : Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Language> languages() {
        return languages;
    }

    @Override
    public Outcome run(Job job, Progress progress) throws EngineUnavailable {
        if (unavailable) {
            throw new EngineUnavailable("its machine is " + name + " away");
        }
        ran.add(job);
        var usage = new Usage(Duration.ZERO, Duration.ZERO, 0);
        return Outcome.of(new Stage(Stage.Kind.RUN, new Verdict.Exited(0), new Output(List.of()), usage));
    }

    @Override
    public List<String> lacks() {
        return unavailable ? List.of("Bring " + name + " back.") : List.of();
    }
}
