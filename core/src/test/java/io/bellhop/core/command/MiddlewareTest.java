package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Middleware;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.command.run.Invocations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What plugins put around every invocation. */
class MiddlewareTest {
    private final Later later = new Later();
    private final Room room = new Room(new TrialCommands(), later);

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    static final class Later {
        final CompletableFuture<String> result = new CompletableFuture<>();
        final LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();

        @Command(name = "much later", help = "Takes its time.", deadline = "1h")
        CompletionStage<String> later(Invocation invocation) {
            begun.add(invocation.ref());
            return result;
        }
    }

    @Test
    void surroundsInvocationsByMiddlewareInTheOrderOfPlugins() {
        var heard = new ArrayList<String>();
        room.host().surround("b", new Recorder("b", heard));
        var outer = room.host().surround("a", new Recorder("a", heard));
        room.ann("!hello");
        room.ann("!boom");
        outer.cancel();
        room.ann("!hello");
        assertThat(heard)
                .containsExactly(
                        "a before",
                        "b before",
                        "b after",
                        "a after",
                        "a before",
                        "b before",
                        "b failed",
                        "a failed",
                        "b before",
                        "b after");
    }

    @Test
    void letsMiddlewareRefuse() {
        room.host().surround("a", new Middleware() {
            @Override
            public void before(Invocation invocation) {
                throw BellhopException.user("a.no", "Closed on Sundays.");
            }
        });
        assertThat(room.ann("!hello")).startsWith("Closed on Sundays.");
    }

    @Test
    void tellsMiddlewareThatALaterResultWasCut() throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        room.host().surround("a", new Middleware() {
            @Override
            public void failed(Invocation invocation, Throwable failure) {
                heard.add(failure.getMessage());
            }
        });
        var answered = room.send("ann", "!much later");
        var ref = later.begun.take();
        room.awaitReturned();
        room.injector.getInstance(Invocations.class).cancel(ref, new Asker("ann"));
        Room.await(answered);
        assertThat(heard).containsExactly("This was cancelled.");
    }

    @Test
    void blamesAMiddlewaresFailureOnItsOwnPluginOnly() {
        room.host().surround("a", new Middleware() {
            @Override
            public void before(Invocation invocation) {
                throw new AssertionError("broken");
            }
        });
        assertThat(room.ann("!hello")).startsWith("The plugin a failed.");
        assertThat(room.faults).singleElement().asString().startsWith("middleware before");
    }

    /** Hears what happens. */
    private record Recorder(String name, List<String> heard) implements Middleware {
        @Override
        public void before(Invocation invocation) {
            heard.add(name + " before");
        }

        @Override
        public void after(Invocation invocation) {
            heard.add(name + " after");
        }

        @Override
        public void failed(Invocation invocation, Throwable failure) {
            heard.add(name + " failed");
        }
    }
}
