package io.bellhop.plugins.code.engine.piston;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which server is asked first. */
@Timeout(120)
class PoolTest {
    @AutoClose
    private final LoopbackPiston near = new LoopbackPiston("near").has("python", "3.12.0");

    @AutoClose
    private final LoopbackPiston far = new LoopbackPiston("far").has("python", "3.12.0");

    @AutoClose
    private final LoopbackPiston farther = new LoopbackPiston("farther").has("python", "3.12.0");

    @AutoClose
    private TestPool servers;

    @BeforeEach
    void start() throws InterruptedException {
        servers = TestPool.of(near, far, farther);
    }

    @Test
    void sendsOneJobInTwentyToAnotherThanTheNearest() {
        var pool = new Pool(servers.engine.pool().servers(), new SplittableRandom(7));
        var first = new HashMap<String, Integer>();
        for (var job = 0; job < 10_000; job++) {
            first.merge(pool.order(TestPool.python()).getFirst().name(), 1, Integer::sum);
        }

        assertThat(first.get("near")).isBetween(9_300, 9_700);
        assertThat(first.get("far")).isBetween(150, 350);
        assertThat(first.get("farther")).isBetween(150, 350);
    }

    @Test
    void asksAllOfThemEachOnceTheNearestFirst() {
        assertThat(order()).containsExactly("near", "far", "farther");
    }

    @Test
    void asksAServerThatIsFartherButFreeBeforeABusyOne() throws Exception {
        var asked = new CountDownLatch(1);
        var pool = servers.engine.pool();
        pool.servers().forEach(server -> server.latency().worked(Duration.ofHours(10)));
        far.saysToJobs(socket -> {
            asked.countDown();
            Said.NOTHING.to(socket);
        });
        assertThat(order()).containsExactly("near", "far", "farther");

        var busy = pool.servers().get(1);
        var job = servers.job("x");
        var running = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> busy.run(job, Progress.UNHEARD))
                        .isInstanceOf(InterruptedException.class));
        asked.await();

        assertThat(order()).containsExactly("near", "farther", "far");
        running.interrupt();
        running.join();
        assertThat(order()).as("when it is free again").containsExactly("near", "far", "farther");
    }

    private List<String> order() {
        return servers.engine.pool().order(TestPool.python()).stream()
                .map(Server::name)
                .toList();
    }

    @Test
    void comesToPreferAServerThatHasBecomeNearer() {
        var latency = new Latency();
        latency.looked(Duration.ofMillis(1));
        latency.worked(Duration.ofMillis(100));
        assertThat(latency.average()).as("the first job counts alone").isEqualTo(Duration.ofMillis(100));

        latency.looked(Duration.ofMillis(1));
        latency.worked(Duration.ofMillis(50));
        assertThat(latency.average()).isEqualTo(Duration.ofMillis(90));
        for (var job = 0; job < 50; job++) {
            latency.worked(Duration.ofMillis(-3)); // a server that says that it ran for longer than it took
        }
        assertThat(latency.average()).isLessThan(Duration.ofMillis(1));
    }
}
