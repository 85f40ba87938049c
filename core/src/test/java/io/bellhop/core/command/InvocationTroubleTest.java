package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.command.run.Invocations;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvocationTroubleTest {
    private final Trials trials = new Trials();
    private final Room room = new Room(trials);
    private final Invocations invocations = room.injector.getInstance(Invocations.class);

    @AfterEach
    void close() throws Exception {
        trials.gate.countDown();
        room.close();
    }

    @SuppressWarnings("DoNotCallSuggester") // failing is what some of them are for
    static final class Trials {
        final CompletableFuture<Object> later = new CompletableFuture<>();
        final LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();
        final CountDownLatch gate = new CountDownLatch(1);
        int runs;

        @Command(name = "hello", help = "Greets.")
        String hello() {
            return "hello";
        }

        @Command(name = "add", help = "Adds.")
        String add(int a, int b) {
            runs++;
            return String.valueOf(a + b);
        }

        @Command(name = "own", help = "Takes a type of its own.")
        String own(Slow slow) {
            runs++;
            return slow.toString();
        }

        @Command(name = "later", help = "Takes its time.", deadline = "1h")
        CompletionStage<Object> later(Invocation invocation) {
            begun.add(invocation.ref());
            return later;
        }

        @Command(name = "late", help = "Makes its stage too late.")
        CompletionStage<Object> late(Invocation invocation) {
            begun.add(invocation.ref());
            awaitFirmly(gate);
            return later;
        }

        @Command(name = "block", help = "Blocks until let go.", deadline = "5s")
        String block(Invocation invocation) throws InterruptedException {
            begun.add(invocation.ref());
            gate.await();
            return "let go";
        }

        @Command(name = "steps", help = "Shows progress.")
        Text steps(Invocation invocation) {
            invocation.progress(Text.of("1 of 2"));
            return Text.of("whole");
        }
    }

    /** A type whose conversion can't be interrupted. */
    record Slow(String written) {
        static final LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();
        static final CountDownLatch gate = new CountDownLatch(1);

        public static Slow valueOf(String written) {
            begun.add(written);
            awaitFirmly(gate);
            return new Slow(written);
        }
    }

    @Test
    void survivesAConnectorThatThrowsInsteadOfReplying() {
        replaceReplies(() -> {
            throw new IllegalStateException("gone");
        });
        Room.await(room.send("ann", "!hello"));
        Room.await(room.send("ann", "!hello"));
        assertThatCode(() -> Room.await(room.send("ann", "!nothing"))).doesNotThrowAnyException();
        assertThat(invocations.count()).isZero();
    }

    @Test
    void sendsTheReplyAnewWhereTheProgressCantBeReplaced() {
        var refused = new ArrayList<>(List.of(true));
        replaceReplies(() -> refused.isEmpty()
                ? null
                : CompletableFuture.failedFuture(new IllegalStateException("first " + refused.removeFirst())));
        assertThat(room.says("ann", "!steps")).containsExactly("whole");
    }

    @Test
    void failsALaterResultThatCantBeToldAsText() {
        var answered = room.send("ann", "!later");
        trials.later.complete(new Object() {
            @Override
            public String toString() {
                throw new AssertionError("unreadable");
            }
        });
        Room.await(answered);
        assertThat(room.faults).singleElement().asString().contains("command later");
        assertThat(invocations.count()).isZero();
    }

    @Test
    void keepsTheOrderWhenOneThatWaitsIsCancelled() throws InterruptedException {
        var first = room.send("ann", "!block");
        trials.begun.take();
        var second = room.send("ann", "!block");
        var third = room.message("ann", "!block");
        var withdrawn = room.send(third);
        room.deletes(third);
        Room.await(withdrawn);
        assertThat(room.says("ann", "!hello")).containsExactly("hello");
        assertThat(trials.begun.poll(100, TimeUnit.MILLISECONDS)).isNull();
        trials.gate.countDown();
        Room.await(first);
        Room.await(second);
        assertThat(trials.begun).hasSize(1);
        assertThat(room.says("ann", "!block")).containsExactly("let go");
    }

    @Test
    void cutsAThousandThatWaitForEachOtherWhenThePoolCloses() throws InterruptedException {
        var all = new ArrayList<CompletionStage<Void>>();
        for (int i = 0; i < 1000; i++) {
            all.add(room.send("ann", "!block"));
        }
        trials.begun.take();
        room.unload();
        all.forEach(Room::await);
        assertThat(room.connector.sent()).hasSize(1000);
        assertThat(invocations.count()).isZero();
    }

    @Test
    void answersAMendedArgument() {
        var message = room.message("ann", "!add 1 x");
        Room.await(room.send(message));
        assertThat(room.edits(message, "!add 1 2")).containsExactly("3");
        assertThat(room.edits(message, "!add 1 3")).isEmpty();
        assertThat(trials.runs).isEqualTo(1);
    }

    @Test
    void runsNothingThatWasCutWhileItsArgumentsWereConverted() throws InterruptedException {
        var message = room.message("ann", "!own x");
        var answered = room.send(message);
        Slow.begun.take();
        room.deletes(message);
        Slow.gate.countDown();
        Room.await(answered);
        room.unload();
        assertThat(trials.runs).isZero();
    }

    @Test
    void cancelsAStageThatWasMadeAfterTheEnd() throws Exception {
        var answered = room.send("ann", "!late");
        assertThat(invocations.cancel(trials.begun.take(), new Asker("ann"))).isTrue();
        Room.await(answered);
        trials.gate.countDown();
        room.unload();
        assertThat(trials.later).isCancelled();
    }

    @Test
    void saysThatTheBotWasStoppedWhenItIs() throws InterruptedException {
        var answered = room.send("ann", "!later");
        trials.begun.take();
        assertThat(invocations.drain(Duration.ofMillis(10))).isFalse();
        invocations.stop();
        Room.await(answered);
        assertThat(room.connector.sent().getLast().content().text().toString())
                .contains("The bot was stopped before this ended.");
    }

    @Test
    void cutsWhatAPluginStillHasToAnswerWhenItLeaves() throws InterruptedException {
        var answered = room.send("ann", "!later");
        trials.begun.take();
        assertThat(room.host().drain(Room.HOST, Duration.ofMillis(10))).isFalse();
        Room.await(answered);
        assertThat(invocations.count()).isZero();
        assertThat(trials.later).isCancelled();
    }

    /** What a connector does in place of its first verb, or null to let it be. */
    private interface Replacement {
        @Nullable
        CompletionStage<?> reply();
    }

    private void replaceReplies(Replacement replacement) {
        var register = room.injector.getInstance(ConnectorRegister.class);
        register.remove(room.connector);
        register.add((Connector) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connector.class}, (proxy, method, arguments) -> {
                    var instead = method.getName().equals("reply") ? replacement.reply() : null;
                    try {
                        return instead == null ? method.invoke(room.connector, arguments) : instead;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void awaitFirmly(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                open = latch.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                open = false; // ignored on purpose, as bad code does
            }
        }
    }
}
