package io.bellhop.plugins.code.engine.sandbox.hostile;

import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All attacks, as many at a time as there are slots. */
final class Siege implements AutoCloseable {
    private final ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Victim victim = new Victim(host.getLocalPort());
    private final BlockingQueue<Slot> slots;
    private final ExecutorService attackers;

    Siege(List<Slot> slots) throws IOException {
        this.slots = new LinkedBlockingQueue<>(slots);
        this.attackers = Executors.newFixedThreadPool(slots.size());
    }

    /** Begins all; gives what is wrong with each, if something is. */
    Map<Attack, CompletableFuture<Optional<String>>> begin() throws IOException {
        return Attack.all().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        attack -> CompletableFuture.supplyAsync(() -> outcome(attack), attackers)));
    }

    private Optional<String> outcome(Attack attack) {
        try {
            var slot = slots.take();
            try {
                return victim.problem(attack, slot);
            } finally {
                slots.add(slot);
            }
        } catch (IOException | InterruptedException e) {
            return Optional.of(attack + " could not be tried: " + e);
        }
    }

    @Override
    public void close() throws IOException {
        attackers.shutdownNow();
        victim.close();
        host.close();
    }
}
