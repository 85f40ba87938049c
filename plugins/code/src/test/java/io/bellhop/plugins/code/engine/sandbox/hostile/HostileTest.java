package io.bellhop.plugins.code.engine.sandbox.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack of the catalogue, as whoever runs the tests, with control groups where they can be made. */
@NeedsSandbox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
    private static final int SLOTS = 3;
    private static final int FIRST_UID = 68_700;

    private final Optional<Cgroups> cgroups = Cgroups.find();
    private final Siege siege;
    private Map<Attack, CompletableFuture<Optional<String>>> outcomes = Map.of();

    HostileTest() throws IOException {
        var slots = new ArrayList<Slot>();
        for (var number = 0; number < SLOTS; number++) {
            slots.add(new Slot(number, user(number), group(number)));
        }
        siege = new Siege(slots);
    }

    @BeforeAll
    void begin() throws IOException {
        outcomes = siege.begin();
    }

    @AfterAll
    void close() throws IOException {
        siege.close();
        cgroups.ifPresent(Cgroups::close);
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void holds(Attack attack) throws InterruptedException, ExecutionException {
        assertThat(outcomes.get(attack).get()).isEmpty();
    }

    private Optional<Group> group(int number) throws IOException {
        return cgroups.isPresent() ? Optional.of(cgroups.get().make(number)) : Optional.empty();
    }

    private static Optional<HostUser> user(int number) throws IOException {
        return OrdinaryUser.isRoot() ? Optional.of(new HostUser(FIRST_UID + number, false)) : Optional.empty();
    }
}
