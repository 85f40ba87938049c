package io.bellhop.plugins.code.turn;

import static io.bellhop.plugins.code.Outcomes.err;
import static io.bellhop.plugins.code.Outcomes.out;
import static io.bellhop.plugins.code.Outcomes.ran;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Content;
import io.bellhop.core.testkit.VirtualTime;
import io.bellhop.plugins.code.FakeBroker;
import io.bellhop.plugins.code.FakeInvocation;
import io.bellhop.plugins.code.NoCommands;
import io.bellhop.plugins.code.NoConnectors;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.TestDatabase;
import io.bellhop.plugins.code.VirtualScheduler;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.history.Ending;
import io.bellhop.plugins.code.history.RunFilter;
import io.bellhop.plugins.code.history.RunLog;
import io.bellhop.plugins.code.queue.Bounds;
import io.bellhop.plugins.code.queue.FairQueue;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.service.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private static final Outcome WELL = Outcomes.of(ran(new Verdict.Exited(0), out("42\n")));

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final VirtualTime time = new VirtualTime();
    private final FakeJobs jobs = new FakeJobs();
    private final RunLog log = new RunLog(TestDatabase.fresh(), 100, 1 << 20);
    private final Turns turns = turns(2);
    private final FakeInvocation ann = new FakeInvocation("ann");

    @Test
    void answersAHundredProgramsOfFiveUsersInFairOrder() throws InterruptedException {
        var users = List.of("a", "b", "c", "d", "e");
        var oneByOne = turns(1);
        var replies = new ArrayList<CompletableFuture<Content>>();
        for (var user : users) {
            for (int nth = 0; nth < 20; nth++) {
                replies.add(take(oneByOne, new FakeInvocation(user), user + nth));
            }
        }
        var order = new ArrayList<String>();
        while (order.size() < 100) {
            var source = jobs.begun.take();
            order.add(source);
            jobs.end(source, WELL);
        }
        replies.forEach(CompletableFuture::join);

        var fair = IntStream.range(0, 20)
                .boxed()
                .flatMap(nth -> users.stream().map(user -> user + nth))
                .toList();
        assertThat(order).isEqualTo(fair);
    }

    @Test
    void leavesNoInputOpenWhereNobodyCanBeAsked() throws InterruptedException {
        var reply = take(ann, "a");
        jobs.begun.take();

        assertThat(jobs.progress("a").input()).isEmpty();
        jobs.end("a", WELL);
        assertThat(reply.join().text()).isNotNull();
    }

    @Test
    void tellsWhoWaitsTheirPosition() throws InterruptedException {
        var bob = new FakeInvocation("bob");
        var cid = new FakeInvocation("cid");
        var one = turns(1);
        var _ = take(one, ann, "a");
        var _ = take(one, bob, "b");
        var _ = take(one, cid, "c");
        assertThat(jobs.begun.take()).isEqualTo("a");

        assertThat(bob.progress()).containsExactly("waiting, position 1");
        assertThat(cid.progress()).containsExactly("waiting, position 2");

        jobs.end("a", WELL);
        assertThat(jobs.begun.take()).isEqualTo("b");
        while (cid.progress().size() < 2) {
            Thread.onSpinWait(); // the thread that ran a begins b first, and then tells
        }
        jobs.end("b", WELL);
        assertThat(jobs.begun.take()).isEqualTo("c");
        assertThat(cid.progress()).containsExactly("waiting, position 2", "waiting, position 1");
        assertThat(ann.progress()).isEmpty();
    }

    @Test
    void letsWhoeverIsAnsweredRunTheNextAtOnce() throws InterruptedException {
        var next = take(ann, "a").thenCompose(_ -> take(ann, "b"));
        jobs.begun.take();
        jobs.end("a", WELL);

        assertThat(jobs.begun.take()).isEqualTo("b");
        jobs.end("b", WELL);
        next.join();
        assertThat(ann.progress()).as("that it waits").isEmpty();
    }

    @Test
    void showsTheOutputSoFarOfARunThatTakesLonger() throws InterruptedException {
        var reply = take(ann, "a");
        jobs.begun.take();
        jobs.progress("a").wrote(out("step 1\n"));

        time.advance(Duration.ofMillis(900));
        assertThat(ann.progress()).isEmpty();
        time.advance(Duration.ofMillis(100));
        assertThat(ann.progress()).containsExactly("step 1\nrunning for 1 s, !cancel 7k3f9mzt stops it");

        jobs.progress("a").wrote(err("careful\n"));
        time.advance(Duration.ofSeconds(1));
        assertThat(ann.progress()).as("at a polite rate").hasSize(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(ann.progress())
                .last()
                .isEqualTo("step 1\non standard error:\ncareful\nrunning for 3 s, !cancel 7k3f9mzt stops it");

        time.advance(Duration.ofSeconds(8));
        assertThat(ann.progress()).as("nothing new").hasSize(2);
        time.advance(Duration.ofSeconds(6));
        assertThat(ann.progress()).as("nothing new for long").hasSize(3);

        jobs.end("a", WELL);
        reply.join();
        time.advance(Duration.ofMinutes(1));
        assertThat(ann.progress()).as("over").hasSize(3);
    }

    @Test
    void stopsARunThatIsCancelledAndRemembersIt() throws InterruptedException {
        var reply = take(ann, "a");
        jobs.begun.take();
        jobs.progress("a").wrote(out("so far\n"));
        time.advance(Duration.ofSeconds(2));

        reply.cancel(true);
        var _ = take(ann, "b"); // begins when the other is over
        assertThat(jobs.begun.take()).isEqualTo("b");

        var recorded = log.last(ann.user().id()).orElseThrow();
        assertThat(recorded.run().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(recorded.run().verdict()).isEqualTo("cancelled");
        assertThat(recorded.run().program().source()).isEqualTo("a");
        assertThat(recorded.run().usage().running()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void remembersARunThatIsCutBecauseItsEngineGoes() throws InterruptedException {
        var reply = take(ann, "a");
        jobs.begun.take();
        jobs.isGone = true;

        reply.cancel(true);
        assertThatThrownBy(take(ann, "b")::join)
                .as("begins when the other is over")
                .hasRootCauseMessage("nobody runs it");

        assertThat(log.last(ann.user().id()).orElseThrow().run().ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void forgetsAProgramThatIsCancelledWhileItWaits() throws InterruptedException {
        var _ = take(ann, "a");
        jobs.begun.take();
        var waiting = take(ann, "b");

        waiting.cancel(true);
        jobs.end("a", WELL);
        var _ = take(ann, "c");

        assertThat(jobs.begun.take()).isEqualTo("c");
        assertThat(log.count(ann.user().id(), RunFilter.ALL)).isEqualTo(1);
    }

    @Test
    void handsOnWhatFailsAndGoesOn() throws InterruptedException {
        var reply = take(ann, "a");
        jobs.begun.take();
        jobs.fail("a", new IllegalStateException("broken"));

        assertThatThrownBy(reply::join).hasRootCauseMessage("broken");
        var _ = take(ann, "b");
        assertThat(jobs.begun.take()).isEqualTo("b");
    }

    @Test
    void endsATurnThatIsInterruptedFromOutside() throws InterruptedException {
        var reply = take(ann, "a");
        jobs.begun.take();

        threads.shutdownNow();

        assertThatThrownBy(reply::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void keepsAnotherTurnUntouchedByALateCancellation() throws InterruptedException {
        var over = take(ann, "a");
        jobs.begun.take();
        jobs.end("a", WELL);
        over.join();
        var next = take(ann, "b");
        jobs.begun.take();

        over.cancel(true);
        jobs.end("b", WELL);

        assertThat(next.join().text()).isNotNull();
    }

    private Turns turns(int running) {
        var queue = new FairQueue(threads, new Bounds(running, 1, 100));
        var inputs = new Inputs(new Chat(new NoConnectors(), new FakeBroker(), new NoCommands()), 1);
        return new Turns(queue, jobs, log, inputs, new NoCommands(), new VirtualScheduler(time), time.clock());
    }

    private CompletableFuture<Content> take(FakeInvocation asked, String source) {
        return take(turns, asked, source);
    }

    private static CompletableFuture<Content> take(Turns turns, FakeInvocation asked, String source) {
        var order = new Order(
                new Program("c", source, List.of(), ""),
                List.of(),
                Outcomes.job("").limits());
        return turns.take(asked, turn -> Content.of(turn.run(order).number().toString()));
    }
}
