package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Places;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.language.Installed;
import io.bellhop.plugins.code.language.LanguageBook;
import io.bellhop.plugins.code.language.LanguageSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what is installed on this machine, each job in a sandbox of its own. Linux only. */
public final class SandboxEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxEngine.class);

    private final LanguageBook book;
    private final Places places;
    private final Pool pool;
    private volatile Found found = new Found(Installed.NOTHING, List.of(), Map.of());

    /** What was found on the machine, and what follows from it. */
    private record Found(Installed installed, List<Language> languages, Map<String, Toolchain> toolchains) {
        static Found of(Installed installed) {
            return new Found(
                    installed,
                    installed.versions().entrySet().stream()
                            .map(entry -> entry.getKey().language(entry.getValue()))
                            .toList(),
                    installed.versions().keySet().stream()
                            .collect(Collectors.toUnmodifiableMap(LanguageSpec::name, Toolchain::new)));
        }
    }

    /**
     * Makes an engine. It runs nothing before {@link #look}.
     *
     * @param book the languages
     * @param sandboxes makes the sandboxes
     * @param slots what each sandbox has for itself; twice as many as jobs run at a time, so that one is made while
     *     another is used
     * @param queue how many jobs may wait
     */
    public SandboxEngine(LanguageBook book, Sandboxes sandboxes, List<Slot> slots, int queue) {
        this.book = book;
        this.places = new Places(Math.max(1, slots.size() / 2), queue);
        this.pool = new Pool(sandboxes, slots);
        book.refused().forEach(refused -> LOG.warn("A language is left out. {}", refused));
    }

    /**
     * Looks what is installed. Blocks for a few seconds.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void look() throws InterruptedException {
        found = Found.of(Installed.of(book.languages()));
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<Language> languages() {
        return found.languages();
    }

    /**
     * Says what it lacks: languages that are not installed, and those that can't be used.
     *
     * @return sentences, each with its remedy
     */
    public List<String> lacks() {
        var missing = found.installed().missing().stream()
                .map(language -> language.name() + " is not installed; it needs " + language.need() + ".");
        return Stream.concat(missing, book.refused().stream().map(refused -> refused + "."))
                .toList();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        var toolchain = found.toolchains().get(job.language().name());
        if (toolchain == null) {
            throw new IllegalArgumentException(
                    "no language of this engine: " + job.language().name());
        }
        places.take(progress::queued);
        try {
            var warm = pool.take();
            try {
                return toolchain.run(job, warm.sandbox(), progress);
            } finally {
                pool.give(warm);
            }
        } finally {
            places.give();
        }
    }

    /**
     * Ends all jobs and sandboxes.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void stop() throws InterruptedException {
        pool.close();
    }
}
