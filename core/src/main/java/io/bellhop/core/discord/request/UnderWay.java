package io.bellhop.core.discord.request;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that Discord has not answered yet. Safe for use from any thread. */
public final class UnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

    private final Map<Long, Awaited> requests = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Turns turns = new Turns();

    /** Follows a request to its end, and puts its failure in Bellhop's words. */
    public <T> CompletionStage<T> follow(CompletionStage<T> request) {
        return follow(request, Runnable::run);
    }

    /**
     * Follows a request whose answer goes to others. They may do with it what they like, for as long as they like: they
     * hear of it on a thread of its own, as JDA's few have all the other answers to bring.
     */
    public <T> CompletionStage<T> handOver(CompletionStage<T> request) {
        return follow(request, Thread::startVirtualThread);
    }

    private <T> CompletionStage<T> follow(CompletionStage<T> request, Executor listeners) {
        var answer = new CompletableFuture<T>();
        var number = count.incrementAndGet();
        var heard = answer.whenCompleteAsync((value, failure) -> requests.remove(number), listeners);
        requests.put(number, new Awaited(answer, heard));
        var _ = request.handle((value, failure) ->
                failure == null ? answer.complete(value) : answer.completeExceptionally(Failure.of(failure)));
        return heard;
    }

    /** What Discord will answer, and what then hears of it. */
    private record Awaited(CompletableFuture<?> answer, CompletableFuture<?> heard) {}

    /** Returns how many there are. */
    public int count() {
        return requests.size();
    }

    /** Fails what is not answered yet, so that it is tried again: JDA forgets what waits when its shards are ended. */
    public void abandon() {
        var closed = Failure.of(Failure.UNREACHABLE, "The link to Discord was closed before it answered.", null);
        turns.abandon(closed);
        requests.values().forEach(request -> request.answer().completeExceptionally(closed));
    }

    /** Returns what keeps requests in order that must not come between each other. */
    public Turns turns() {
        return turns;
    }

    /** Waits until all are answered, but not for long. */
    public void drain(Duration most) throws InterruptedException {
        var all = CompletableFuture.allOf(
                requests.values().stream().map(Awaited::heard).toArray(CompletableFuture<?>[]::new));
        try {
            all.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.debug("A request failed while the link was closing", e);
        } catch (TimeoutException e) {
            LOG.warn("{} requests to Discord were given up", requests.size());
        }
    }
}
