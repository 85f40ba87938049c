package io.bellhop.plugins.code.engine.piston;

import io.bellhop.plugins.code.engine.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The order in which servers are asked. Safe for use from any thread.
 *
 * @param servers all of them
 * @param random explores; used by one thread at a time
 */
record Pool(List<Server> servers, RandomGenerator random) {
    /** One job in so many goes to a server that is not the nearest, so that it shows how far it is now. */
    static final int EXPLORED = 20;

    /** A server as it is while they are sorted. */
    private record Ranked(Server server, boolean proven, double distance) {
        static Ranked of(Server server) {
            return new Ranked(server, server.circuit().isProven(), server.distance());
        }
    }

    private static final Comparator<Ranked> NEAREST_FIRST =
            Comparator.comparing(Ranked::proven).reversed().thenComparingDouble(Ranked::distance);

    /**
     * Returns who may be well after all.
     *
     * @param language what a job is written in
     * @return the servers that are left alone for no more than one connection that broke, the nearest first
     */
    List<Server> doubtful(Language language) {
        return servers.stream()
                .filter(server -> server.mayHave(language))
                .sorted(Comparator.comparingDouble(Server::distance))
                .toList();
    }

    /**
     * Returns who may run a job.
     *
     * @param language what it is written in
     * @return the servers that are well and have the language; those that failed lately last, the nearest first
     */
    List<Server> order(Language language) {
        var order = new ArrayList<>(servers.stream()
                .filter(server -> server.has(language))
                .map(Ranked::of)
                .sorted(NEAREST_FIRST)
                .map(Ranked::server)
                .toList());
        synchronized (random) {
            if (order.size() > 1 && random.nextInt(EXPLORED) == 0) {
                order.addFirst(order.remove(random.nextInt(1, order.size())));
            }
        }
        return order;
    }
}
