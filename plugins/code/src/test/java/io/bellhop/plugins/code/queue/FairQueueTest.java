package io.bellhop.plugins.code.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    /** What has begun and is to be run by the test. */
    private final Queue<Runnable> begun = new ArrayDeque<>();

    private final List<String> ran = new ArrayList<>();
    private final Map<String, List<Integer>> positions = new ConcurrentHashMap<>();

    /** A task that the test ends by taking it from those that have begun. */
    private final class Noted implements Task {
        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public void moved(int position) {
            positions.computeIfAbsent(name, any -> new ArrayList<>()).add(position);
        }

        @Override
        public Runnable run() {
            ran.add(name);
            return () -> {};
        }
    }

    @Test
    void letsUsersTakeTurnsWhoeverCameFirst() {
        var queue = queue(2, 1, 100);
        for (var user : List.of("a", "b", "c", "d", "e")) {
            for (int i = 0; i < 20; i++) {
                enter(queue, user, user + i);
            }
        }
        assertThat(begun).hasSize(2);

        runAll();

        assertThat(ran).hasSize(100);
        for (int i = 0; i < 100; i += 5) {
            var round = new HashSet<Character>();
            ran.subList(i, i + 5).forEach(name -> round.add(name.charAt(0)));
            assertThat(round).as("round from " + i).hasSize(5);
        }
        assertThat(ran.stream().filter(name -> name.startsWith("c")).toList())
                .as("one's own in order")
                .startsWith("c0", "c1", "c2")
                .endsWith("c19");
    }

    @Test
    void runsOneOfEachUserAtATimeThoughThereIsRoom() {
        var queue = queue(4, 1, 100);
        enter(queue, "ann", "ann1");
        enter(queue, "ann", "ann2");
        enter(queue, "bob", "bob1");

        assertThat(begun).hasSize(2);
        assertThat(positions).containsOnlyKeys("ann2");
        runAll();
        assertThat(ran).containsExactly("ann1", "bob1", "ann2");
    }

    @Test
    void tellsEachWhereItStandsWhenThatChanges() {
        var queue = queue(1, 1, 100);
        enter(queue, "ann", "ann1");
        enter(queue, "ann", "ann2");
        enter(queue, "ann", "ann3");
        enter(queue, "bob", "bob1");

        runAll();

        assertThat(ran).containsExactly("ann1", "bob1", "ann2", "ann3");
        assertThat(positions.get("bob1")).containsExactly(1);
        assertThat(positions.get("ann2")).containsExactly(1, 2, 1);
        assertThat(positions.get("ann3")).containsExactly(2, 3, 2, 1);
    }

    @Test
    void refusesMoreThanItHoldsAndMoreThanAQuarterOfThatByOne() {
        var queue = queue(1, 1, 8);
        enter(queue, "ann", "runs");
        enter(queue, "ann", "w1");
        enter(queue, "ann", "w2");

        assertThatThrownBy(() -> enter(queue, "ann", "w3"))
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.LIMIT))
                .hasMessageStartingWith("You have 2 programs waiting already.");
        for (var user : List.of("b", "c", "d")) {
            enter(queue, user, user);
            enter(queue, user, user);
        }
        assertThatThrownBy(() -> enter(queue, "eve", "e"))
                .hasMessage("Too many programs are waiting already. Try again in a minute.");
        runAll();
        assertThat(ran).hasSize(9);
    }

    @Test
    void takesWhatCanBeginAtOnceThoughTheQueueIsFull() {
        var queue = queue(2, 1, 1);
        enter(queue, "ann", "a1");
        enter(queue, "ann", "a2");

        enter(queue, "bob", "b1");

        assertThat(begun).hasSize(2);
    }

    @Test
    void letsGoOfWhatIsCancelledWhileItWaits() {
        var queue = queue(1, 1, 8);
        enter(queue, "ann", "a");
        var bob = enter(queue, "bob", "b");
        enter(queue, "cid", "c");

        bob.cancel();
        bob.cancel();

        assertThat(positions.get("c")).containsExactly(2, 1);
        runAll();
        assertThat(ran).containsExactly("a", "c");
    }

    @Test
    void runsNothingThatIsCancelledBeforeItsThreadComes() {
        var queue = queue(1, 1, 8);
        var ann = enter(queue, "ann", "a");
        enter(queue, "bob", "b");

        ann.cancel();
        runAll();

        assertThat(ran).containsExactly("b");
    }

    @Test
    void interruptsWhatIsCancelledWhileItRunsAndNothingElse() throws InterruptedException {
        var running = new CountDownLatch(1);
        var heard = new ArrayList<String>();
        var queue = new FairQueue(command -> begun.add(command), new Bounds(1, 1, 8));
        var ticket = queue.enter(new UserId("test", "ann"), new Task() {
            @Override
            public void moved(int position) {}

            @Override
            public Runnable run() {
                running.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    heard.add("interrupted");
                }
                return () -> {};
            }
        });
        var thread = Thread.ofPlatform().start(() -> {
            begun.remove().run();
            heard.add(Thread.currentThread().isInterrupted() ? "still" : "clean");
        });
        running.await();

        ticket.cancel();
        thread.join();
        ticket.cancel();

        assertThat(heard).containsExactly("interrupted", "clean");
    }

    @Test
    void hasFreedThePlaceOfWhatSaysThatItIsOver() {
        var queue = queue(1, 1, 8);
        queue.enter(new UserId("test", "ann"), new Task() {
            @Override
            public void moved(int position) {}

            @Override
            public Runnable run() {
                return () -> enter(queue, "ann", "next");
            }
        });

        runAll();

        assertThat(ran).containsExactly("next");
        assertThat(positions).isEmpty();
    }

    @Test
    void beginsNothingOnceClosed() {
        var queue = queue(1, 1, 8);
        enter(queue, "ann", "a");
        enter(queue, "bob", "b");

        queue.close();
        runAll();

        assertThat(ran).containsExactly("a");
    }

    private FairQueue queue(int running, int each, int waiting) {
        return new FairQueue(begun::add, new Bounds(running, each, waiting));
    }

    private Ticket enter(FairQueue queue, String user, String name) {
        return queue.enter(new UserId("test", user), new Noted(name));
    }

    private void runAll() {
        for (Runnable next; (next = begun.poll()) != null; ) {
            next.run();
        }
    }
}
