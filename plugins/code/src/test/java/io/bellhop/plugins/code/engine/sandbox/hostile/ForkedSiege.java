package io.bellhop.plugins.code.engine.sandbox.hostile;

import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/**
 * Every attack of the catalogue that is written in Python, on forks of one Python in one sandbox, so that what one
 * leaves would be in the way of the next.
 */
final class ForkedSiege implements AutoCloseable {
    private static final Attack HARMLESS = new Attack("harmless", "py", "# expect: exit 0\nprint('well')");

    private final Slot slot;
    private final ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Victim victim = new Victim(host.getLocalPort());
    private Sandbox sandbox;

    ForkedSiege(Slot slot) throws IOException, InterruptedException {
        this.slot = slot;
        this.sandbox = victim.forking(slot);
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all().stream()
                .filter(attack -> attack.ending().equals("py"))
                .toList();
    }

    /** Returns what is wrong with what became of an attack, or of the harmless program after it. */
    Optional<String> problem(Attack attack) throws IOException, InterruptedException {
        var problem = victim.problem(attack, sandbox);
        if (!sandbox.isOpen()) {
            sandbox = victim.forking(slot); // what did not end in time was ended with it, as the engine has it
        }
        return problem.isPresent() ? problem : victim.problem(HARMLESS, sandbox);
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        victim.close();
        host.close();
    }
}
