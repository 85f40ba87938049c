package io.bellhop.plugins.code.engine.piston;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.piston.BoundedBody.TooBig;
import io.bellhop.plugins.code.engine.piston.Link.Reply;
import io.bellhop.plugins.code.engine.piston.wire.Answer;
import io.bellhop.plugins.code.engine.piston.wire.Ceilings;
import io.bellhop.plugins.code.engine.piston.wire.JobRequest;
import io.bellhop.plugins.code.engine.piston.wire.Runtimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A server: what it has, how far it is, whether it is well. Safe for use from any thread. */
final class Server {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    /** A server has six limits, and may refuse a job for each once. */
    private static final int MOST_REFUSALS = 6;

    private static final int MOST_RUNTIMES = 2 << 20;
    private static final int MOST_ANSWER = 32 << 20;
    private static final int ANSWER_BESIDE = 64 << 10;

    /** Each byte of output stands in a stage's stream and in its whole, in both stages, as up to six characters. */
    private static final long ANSWER_PER_OUTPUT = 24;

    private final String name;
    private final Link link;
    private final Duration margin;
    private final Circuit circuit = new Circuit();
    private final Latency latency = new Latency();
    private final Ceilings ceilings = new Ceilings();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile List<Language> languages = List.of();

    /**
     * Makes a server that is not asked anything yet.
     *
     * @param name what it is called in the configuration
     * @param link the way to it
     * @param margin how long a job may take on its way
     */
    Server(String name, Link link, Duration margin) {
        this.name = name;
        this.link = link;
        this.margin = margin;
    }

    String name() {
        return name;
    }

    Circuit circuit() {
        return circuit;
    }

    Latency latency() {
        return latency;
    }

    /** {@return what it has, if it is well} */
    List<Language> languages() {
        return circuit.isClosed() ? languages : List.of();
    }

    /** {@return what is wrong with it, a clause that says what to do} */
    Optional<String> trouble() {
        var none = circuit.isClosed() && languages.isEmpty();
        return none ? Optional.of("has no languages; install some with Piston's ppman") : circuit.trouble();
    }

    boolean has(Language language) {
        return isAmong(languages(), language);
    }

    /** {@return whether it would have it, if it is well in spite of one connection to it that broke} */
    boolean mayHave(Language language) {
        return circuit.isDoubtful() && isAmong(languages, language);
    }

    private static boolean isAmong(List<Language> languages, Language wanted) {
        return languages.stream()
                .anyMatch(
                        one -> one.name().equals(wanted.name()) && one.version().equals(wanted.version()));
    }

    /** {@return how far it is, farther the more it has to do} */
    double distance() {
        return (double) latency.average().toNanos() * (1 + busy.get());
    }

    /** Asks it what it has. */
    void look() throws ServerFailure, InterruptedException {
        try {
            var reply = link.runtimes(margin, MOST_RUNTIMES);
            if (reply.status() != OK) {
                throw new Refusal(reply).failure().ofLook();
            }
            languages = Runtimes.read(reply.body());
            latency.looked(reply.took());
        } catch (IllegalArgumentException | TooBig e) {
            throw ServerFailure.away("answers like no Piston server; correct its url", false);
        }
        if (!circuit.isClosed()) {
            ceilings.forget(); // it may have been started anew, with other limits
        }
        circuit.looked();
    }

    /**
     * Has it run a job.
     *
     * @param job what
     * @param progress hears what it wrote
     * @return how it went
     * @throws ServerFailure if it did not answer
     */
    Outcome run(Job job, Progress progress) throws ServerFailure, InterruptedException {
        busy.incrementAndGet();
        try {
            return execute(job, progress);
        } catch (TooBig e) {
            return failed("the answer of its Piston server is too big; let the program write less");
        } finally {
            busy.decrementAndGet();
        }
    }

    private Outcome execute(Job job, Progress progress) throws ServerFailure, TooBig, InterruptedException {
        var limits = ceilings.allowed(job.language(), job.limits());
        var reply = ask(job, limits);
        for (var refused = 0; refused < MOST_REFUSALS && teaches(reply, job, limits); refused++) {
            limits = ceilings.allowed(job.language(), job.limits());
            reply = ask(job, limits);
        }
        return switch (reply.status()) {
            case OK -> answered(reply, job, limits, progress);
            case BAD_REQUEST, TOO_LARGE -> refused(reply, job);
            default -> throw new Refusal(reply).failure();
        };
    }

    private Reply ask(Job job, Map<String, Long> limits) throws ServerFailure, TooBig, InterruptedException {
        var size = Math.min(
                MOST_ANSWER, ANSWER_BESIDE + ANSWER_PER_OUTPUT * job.limits().output());
        return link.execute(JobRequest.of(job, limits), margin.plus(Ceilings.longest(limits)), (int) size);
    }

    private boolean teaches(Reply reply, Job job, Map<String, Long> limits) {
        var message = reply.status() == BAD_REQUEST ? new Refusal(reply).message() : Optional.<String>empty();
        return message.isPresent() && ceilings.learn(job.language(), limits, message.get());
    }

    private Outcome answered(Reply reply, Job job, Map<String, Long> limits, Progress progress) throws ServerFailure {
        try {
            var outcome = new Answer(job, limits, progress).read(reply.body());
            circuit.worked();
            if (outcome.last().usage().wall().isPositive()) { // older servers don't tell
                latency.worked(outcome.stages().stream()
                        .map(stage -> stage.usage().wall())
                        .reduce(reply.took(), Duration::minus));
            }
            return outcome.under(Ceilings.limits(limits, job.limits()));
        } catch (IllegalArgumentException e) {
            throw ServerFailure.away("answers with what no Piston server would; see its own log", true);
        }
    }

    private Outcome refused(Reply reply, Job job) throws ServerFailure {
        var message = new Refusal(reply).message().orElse("");
        if (message.endsWith("runtime is unknown")) {
            languages = languages.stream()
                    .filter(mine -> !mine.name().equals(job.language().name()))
                    .toList();
            throw ServerFailure.lacking();
        }
        return failed(
                message.isEmpty()
                        ? "its Piston server takes no program of that size, with its input and files"
                        : "its Piston server refused it: " + message);
    }

    /** {@return how a job went that is not known to have run} */
    static Outcome failed(String reason) {
        var nothing = new Usage(Duration.ZERO, Duration.ZERO, 0);
        return Outcome.of(new Stage(Stage.Kind.RUN, new Verdict.EngineFailure(reason), new Output(List.of()), nothing));
    }
}
