package io.bellhop.plugins.code.engine.sandbox.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack of the catalogue that is written in Python, as whoever runs the tests, where Python is forked. */
@NeedsSandbox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkedHostileTest {
    private static final int UID = 68_750;
    private static final int SLOT = 50;

    private final Optional<Cgroups> cgroups = Cgroups.find();
    private final Optional<Group> group;
    private ForkedSiege siege;

    ForkedHostileTest() throws IOException {
        group = cgroups.isPresent() ? Optional.of(cgroups.get().make(SLOT)) : Optional.empty();
    }

    @BeforeAll
    void open() throws IOException, InterruptedException {
        var user = OrdinaryUser.isRoot() ? Optional.of(new HostUser(UID, false)) : Optional.<HostUser>empty();
        siege = new ForkedSiege(new Slot(SLOT, user, group));
    }

    @AfterAll
    void close() throws IOException {
        siege.close();
        cgroups.ifPresent(Cgroups::close);
    }

    static List<Attack> attacks() throws IOException {
        return ForkedSiege.attacks();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void holds(Attack attack) throws IOException, InterruptedException {
        assertThat(siege.problem(attack)).isEmpty();
    }
}
