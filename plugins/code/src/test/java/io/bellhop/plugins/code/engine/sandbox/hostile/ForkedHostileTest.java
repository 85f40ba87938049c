package io.bellhop.plugins.code.engine.sandbox.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every attack of the catalogue that is written in Python, on forks of one Python in one sandbox, so that what one
 * leaves would be in the way of the next.
 */
@NeedsSandbox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkedHostileTest {
    private static final int UID = 68_750;
    private static final int SLOT = 50;
    private static final Attack HARMLESS = new Attack("harmless", "py", "# expect: exit 0\nprint('well')");

    private final Optional<Cgroups> cgroups = Cgroups.find();
    private final ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Victim victim = new Victim(host.getLocalPort());
    private final Optional<Group> group;
    private Sandbox sandbox;

    ForkedHostileTest() throws IOException {
        group = cgroups.isPresent() ? Optional.of(cgroups.get().make(SLOT)) : Optional.empty();
    }

    @BeforeAll
    void open() throws IOException, InterruptedException {
        var uid = OrdinaryUser.isRoot() ? Optional.of(UID) : Optional.<Integer>empty();
        sandbox = victim.forking(new Slot(SLOT, uid, group));
    }

    @AfterAll
    void close() throws IOException {
        sandbox.close();
        victim.close();
        host.close();
        cgroups.ifPresent(Cgroups::close);
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all().stream()
                .filter(attack -> attack.ending().equals("py"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void holds(Attack attack) throws IOException, InterruptedException {
        assertThat(victim.problem(attack, sandbox)).isEmpty();
        if (!sandbox.isOpen()) {
            open(); // what did not end in time was ended with it, as the engine has it
        }
        assertThat(victim.problem(HARMLESS, sandbox)).as("the program after it").isEmpty();
    }
}
