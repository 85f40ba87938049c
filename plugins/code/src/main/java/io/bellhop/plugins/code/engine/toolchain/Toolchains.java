package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.WarmNode;
import io.bellhop.plugins.code.engine.sandbox.host.Warmth;
import io.bellhop.plugins.code.engine.sandbox.host.Workshop;
import io.bellhop.plugins.code.language.Installed;
import io.bellhop.plugins.code.language.LanguageBook;
import io.bellhop.plugins.code.language.VersionNotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The languages of which all that they need is installed here. Safe for use from any thread. */
public final class Toolchains implements Workshop {
    private static final Logger LOG = LoggerFactory.getLogger(Toolchains.class);
    private static final long MOST_COMPILED = 64 << 20;

    private final LanguageBook book;
    private final VersionNotes notes;
    private final CompileCache cache = new CompileCache(MOST_COMPILED);
    private final Limits usual;
    private volatile Found found = new Found(Installed.NOTHING, List.of(), Map.of(), Optional.empty());

    /** What was found, and what follows from it. */
    private record Found(
            Installed installed, List<Language> languages, Map<String, Toolchain> toolchains, Optional<WarmNode> node) {
        static Found of(Installed installed, CompileCache cache, Limits usual) {
            var toolchains = installed.versions().entrySet().stream()
                    .map(entry -> new Toolchain(entry.getKey(), entry.getValue(), cache))
                    .toList();
            return new Found(
                    installed,
                    toolchains.stream()
                            .map(one -> one.spec().language(one.version()))
                            .toList(),
                    toolchains.stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    one -> one.spec().name(), one -> one)),
                    toolchains.stream().flatMap(one -> one.node(usual).stream()).findFirst());
        }
    }

    /**
     * Makes toolchains. There are none before {@link #look}.
     *
     * @param book the languages
     * @param usual what most jobs may use
     * @param notes what is known of their versions
     */
    public Toolchains(LanguageBook book, Limits usual, VersionNotes notes) {
        this.book = book;
        this.usual = usual;
        this.notes = notes;
        book.refused().forEach(refused -> LOG.warn("A language is left out. {}", refused));
    }

    @Override
    public void look() throws InterruptedException {
        found = Found.of(Installed.of(book.languages(), notes), cache, usual);
    }

    @Override
    public List<Language> languages() {
        return found.languages();
    }

    @Override
    public List<String> lacks() {
        var missing = found.installed().missing().entrySet().stream()
                .map(one -> one.getKey().name() + " " + one.getValue() + "; it needs "
                        + one.getKey().need() + ".");
        return Stream.concat(missing, book.refused().stream().map(refused -> refused + "."))
                .toList();
    }

    @Override
    public Outcome run(Job job, Sandbox sandbox, Progress progress) throws InterruptedException {
        return toolchain(job.language()).run(job, sandbox, progress);
    }

    @Override
    public Optional<WarmNode> node() {
        return found.node();
    }

    @Override
    public Warmth warmth(Job job) {
        return toolchain(job.language()).warmth(job, found.node());
    }

    private Toolchain toolchain(Language language) {
        return Optional.ofNullable(found.toolchains().get(language.name()))
                .orElseThrow(() -> new IllegalArgumentException(language.name() + " is not installed"));
    }
}
