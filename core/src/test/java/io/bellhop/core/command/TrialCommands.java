package io.bellhop.core.command;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.error.BellhopException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;

/** Commands of all kinds. */
@SuppressWarnings("DoNotCallSuggester") // failing is what some of them are for
final class TrialCommands {
    final CompletableFuture<String> later = new CompletableFuture<>();
    final SynchronousQueue<String> begun = new SynchronousQueue<>();
    final CountDownLatch gate = new CountDownLatch(1);

    @Command(name = "hello", aliases = "hi there", help = "Greets.")
    String hello() {
        return "hello";
    }

    @Command(name = "secret", help = "For admins.", rank = Rank.ADMIN)
    String secret() {
        return "42";
    }

    @Command(name = "mine", help = "Whispers.", visibility = Visibility.WHISPER)
    String mine() {
        return "psst";
    }

    @Command(name = "boom", help = "Fails.")
    void boom() {
        throw new IllegalStateException("password=hunter2");
    }

    @Command(name = "refuse", help = "Refuses.")
    void refuse() {
        throw BellhopException.user("trial.no", "Not today.");
    }

    @Command(name = "later", help = "Takes its time.")
    CompletionStage<String> later() {
        return later;
    }

    @Command(name = "steps", help = "Replies often.")
    Text steps(Invocation invocation) {
        invocation.progress(Text.of("1 of 2"));
        invocation.reply(Text.of("half"));
        return Text.of("whole");
    }

    @Command(name = "block", help = "Blocks until let go.", deadline = "5s")
    String block(Invocation invocation) throws InterruptedException {
        begun.put(invocation.ref());
        gate.await();
        return "let go";
    }

    @Command(name = "finish", help = "Ends what takes its time, and blocks.")
    String finish() throws InterruptedException {
        later.complete("at last");
        gate.await();
        return "let go";
    }

    @Command(name = "slow", help = "Cools down.", cooldown = "10s")
    String slow() {
        return "ok";
    }

    @Command(name = "group one", help = "One.")
    String one() {
        return "1";
    }

    @Command(name = "group two", help = "Two.")
    String two() {
        return "2";
    }
}
