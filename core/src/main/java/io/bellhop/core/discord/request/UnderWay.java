package io.bellhop.core.discord.request;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that Discord has not answered yet. Safe for use from any thread. */
public final class UnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

    private final Map<Long, CompletableFuture<?>> requests = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Turns turns = new Turns();

    /** Follows a request to its end, and puts its failure in Bellhop's words. */
    public <T> CompletionStage<T> follow(CompletionStage<T> request) {
        var answer = new CompletableFuture<T>();
        var number = count.incrementAndGet();
        requests.put(number, answer);
        var _ = request.handle((value, failure) ->
                failure == null ? answer.complete(value) : answer.completeExceptionally(Failure.of(failure)));
        return answer.whenComplete((value, failure) -> requests.remove(number));
    }

    /** Returns how many there are. */
    public int count() {
        return requests.size();
    }

    /** Fails what is not answered yet, so that it is tried again: JDA forgets what waits when its shards are ended. */
    public void abandon() {
        var closed = Failure.of(Failure.UNREACHABLE, "The link to Discord was closed before it answered.", null);
        turns.abandon(closed);
        requests.values().forEach(answer -> answer.completeExceptionally(closed));
    }

    /** Returns what keeps requests in order that must not come between each other. */
    public Turns turns() {
        return turns;
    }

    /** Waits until all are answered, but not for long. */
    public void drain(Duration most) throws InterruptedException {
        var all = CompletableFuture.allOf(requests.values().toArray(CompletableFuture<?>[]::new));
        try {
            all.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.debug("A request failed while the link was closing", e);
        } catch (TimeoutException e) {
            LOG.warn("{} requests to Discord were given up", requests.size());
        }
    }
}
