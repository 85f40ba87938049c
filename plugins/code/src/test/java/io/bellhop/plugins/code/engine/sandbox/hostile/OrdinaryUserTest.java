package io.bellhop.plugins.code.engine.sandbox.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack of the catalogue as an ordinary user, without control groups, also where root runs the tests. */
@NeedsSandbox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdinaryUserTest {
    @TempDir
    private static Path folder;

    private Map<String, String> outcomes = Map.of();

    @BeforeAll
    void begin() throws Exception {
        assumeTrue(OrdinaryUser.isRoot(), "whoever runs the tests is an ordinary user: HostileTest is it already");
        outcomes = new OrdinaryProcess(folder).run(List.of());
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void holds(Attack attack) {
        assertThat(outcomes).containsEntry(attack.name(), "holds");
    }

    static List<Attack> forkedAttacks() throws IOException {
        return ForkedSiege.attacks();
    }

    @ParameterizedTest
    @MethodSource("forkedAttacks")
    void holdsWherePythonIsForked(Attack attack) {
        assertThat(outcomes).containsEntry(OrdinaryUser.FORKED + attack.name(), "holds");
    }

    @Test
    void leavesSandboxesTheUserThatItIs() {
        assertThat(outcomes)
                .containsEntry(OrdinaryUser.USERS, OrdinaryProcess.USER)
                .containsEntry(OrdinaryUser.SECRET, "read");
    }
}
