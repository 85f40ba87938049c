package io.bellhop.plugins.code.engine.choice;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All engines as one. Where several have a language, the first one that can run it now does. Safe for use from any
 * thread.
 */
public final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private final List<Engine> engines;

    /** The names of languages that some engine has had; to tell what is away from what is unknown. */
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    private volatile Snapshot snapshot = new Snapshot(List.of(), new Catalogue(List.of()));

    /** What the engines said that they have, and what follows from it. */
    private record Snapshot(List<List<Language>> said, Catalogue catalogue) {
        /** By identity, since the JDK would keep a record whose equals method is used, and with it the plugin. */
        @SuppressWarnings("ReferenceEquality")
        boolean follows(List<List<Language>> now) {
            return said.size() == now.size() && IntStream.range(0, now.size()).allMatch(i -> said.get(i) == now.get(i));
        }
    }

    /**
     * Makes one of several.
     *
     * @param engines the preferred ones first
     */
    public Engines(List<? extends Engine> engines) {
        this.engines = List.copyOf(engines);
    }

    /**
     * Lists what can be run now.
     *
     * @return the languages, by name
     */
    public Collection<Offers> all() {
        return catalogue().all();
    }

    /**
     * Gets all engines ready, so that it is known what they have. Blocks for seconds the first time.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void prepare() throws InterruptedException {
        for (var engine : engines) {
            engine.prepare();
        }
    }

    /**
     * Finds who runs a language. Where nobody seems to, engines that are not ready yet get ready first.
     *
     * @param asked a name or an alias, in any case; perhaps with engines or beginnings of versions that are wanted,
     *     such as {@code js@embedded}, {@code python@3.11} or {@code python@piston@3}
     * @return those that are meant, or empty if nobody has it now
     */
    public Optional<Offers> find(String asked) {
        return known(asked).or(() -> asked.isEmpty() ? Optional.empty() : knownWhenReady(asked));
    }

    private Optional<Offers> knownWhenReady(String asked) {
        try {
            prepare();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever asks learns of it when they wait for the run
        }
        return known(asked);
    }

    private Optional<Offers> known(String asked) {
        var parts = asked.toLowerCase(Locale.ROOT).split("@", -1);
        var found = catalogue().find(parts[0]);
        for (var part = 1; part < parts.length; part++) {
            var wanted = parts[part];
            found = found.flatMap(offers -> offers.that(wanted));
        }
        return found;
    }

    /**
     * Finds who runs a language, and refuses if nobody does.
     *
     * @param asked as in {@link #find}
     * @return those that are meant
     * @throws BellhopException for the user, with a suggestion
     */
    public Offers required(String asked) {
        return find(asked).orElseThrow(() -> refusal(asked));
    }

    /**
     * Runs a job on the first engine that can run it now. Blocks meanwhile.
     *
     * @param asked the language, as in {@link #find}
     * @param job makes the job for an engine's kind of the language
     * @param progress is told how it goes, on any thread
     * @return how it went, and where
     * @throws InterruptedException if the calling thread is interrupted; the job is then stopped
     * @throws BellhopException if nobody runs such a job, or nobody can run it now, or too many jobs wait already
     */
    public Ran run(String asked, Function<Language, Job> job, Progress progress) throws InterruptedException {
        var whys = new ArrayList<String>();
        var offers = required(asked);
        for (var offer : takers(asked, job)) {
            try {
                var made = job.apply(offer.language());
                var outcome = offer.engine().run(made, progress);
                var ran = outcome.limits().map(made::under).orElse(made);
                return new Ran(offers.name(), offer.engine().name(), !offer.equals(offers.first()), ran, outcome);
            } catch (EngineUnavailable e) {
                LOG.info("{} is not run by {}: {}", asked, offer.engine().name(), e.getMessage());
                whys.add(e.getMessage());
            }
        }
        throw away(asked, ": " + whys.getFirst());
    }

    /** Finds those who run such jobs. Where nobody seems to, engines that are not ready yet get ready first. */
    private List<Offer> takers(String asked, Function<Language, Job> job) throws InterruptedException {
        var takers = takers(required(asked), job);
        if (!takers.isEmpty()) {
            return takers;
        }
        prepare();
        var offers = required(asked);
        var found = takers(offers, job);
        if (found.isEmpty()) {
            throw BellhopException.user(
                    "code.refused", refusal(offers.first(), job).orElseThrow());
        }
        return found;
    }

    private static List<Offer> takers(Offers offers, Function<Language, Job> job) {
        return offers.candidates().stream()
                .filter(offer -> refusal(offer, job).isEmpty())
                .toList();
    }

    private static Optional<String> refusal(Offer offer, Function<Language, Job> job) {
        return offer.engine().refusal(job.apply(offer.language()));
    }

    /**
     * Says what the engines lack.
     *
     * @return sentences, each with its remedy; none if all is well
     */
    public List<String> lacks() {
        return engines.stream().flatMap(engine -> engine.lacks().stream()).toList();
    }

    private BellhopException refusal(String asked) {
        if (asked.isEmpty()) {
            return BellhopException.user(
                    "code.no-language",
                    "In which language? Name it after the command, or right after the opening fence: js, for example.");
        }
        var name = asked.toLowerCase(Locale.ROOT).split("@", -1)[0];
        var known = catalogue().find(name);
        if (known.isPresent()) {
            return BellhopException.user("code.unknown-language", nothingLike(asked, known.get()));
        }
        return met.contains(name) ? away(asked, "") : unknown(asked, catalogue().nearest(name));
    }

    private static String nothingLike(String asked, Offers known) {
        return "There is no " + asked + " here now. What there is of " + known.name() + ": "
                + String.join(", ", known.exactly()) + ".";
    }

    private BellhopException unknown(String asked, Optional<String> near) {
        var hint = near.map(name -> "Did you mean " + name + "?")
                .orElse("The command languages lists those that can be run, languages -all also what is missing.");
        return BellhopException.user("code.unknown-language", "There is no language " + asked + " here. " + hint);
    }

    private static BellhopException away(String asked, String why) {
        var sentence = asked + " can't be run just now" + why
                + ". Try again in a minute; the command languages -all says what is missing.";
        return new BellhopException(ErrorKind.LIMIT, "code.engine-away", sentence, null);
    }

    private Catalogue catalogue() {
        var said = engines.stream().map(Engine::languages).toList();
        var last = snapshot;
        if (last.follows(said)) {
            return last.catalogue();
        }
        var offers = new ArrayList<Offer>();
        for (var i = 0; i < said.size(); i++) {
            var engine = engines.get(i);
            said.get(i).forEach(language -> offers.add(new Offer(language, engine)));
        }
        var catalogue = new Catalogue(offers);
        met.addAll(catalogue.names());
        snapshot = new Snapshot(said, catalogue);
        return catalogue;
    }
}
