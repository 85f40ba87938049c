package io.bellhop.plugins.code.engine.sandbox.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack of the catalogue as an ordinary user who has subordinate ones, which sandboxes run as. */
@NeedsSandbox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubordinateUserTest {
    private static final int FIRST_OF_RANGE = 700_000;
    private static final int FIRST_INSIDE = 62_000;

    /** Gives the user its name and its range in a view of the file system that nobody else has. */
    private static final String RANGES = """
            mount --bind "$1/passwd" /etc/passwd && mount --bind "$1/ranges" /etc/subuid &&
            mount --bind "$1/ranges" /etc/subgid && shift && exec "$@"
            """;

    @TempDir
    private static Path folder;

    private Map<String, String> outcomes = Map.of();

    @BeforeAll
    void begin() throws Exception {
        assumeTrue(OrdinaryUser.isRoot(), "only root can give somebody subordinate users");
        assumeTrue(
                System.getenv("CI") != null || Files.isExecutable(Path.of("/usr/bin/newuidmap")),
                "the package uidmap is not installed");
        Files.writeString(folder.resolve("passwd"), "ringer:x:%1$s:%1$s::/:/bin/sh\n".formatted(OrdinaryProcess.USER));
        Files.writeString(folder.resolve("ranges"), "ringer:%d:65536\n".formatted(FIRST_OF_RANGE));
        outcomes = new OrdinaryProcess(folder)
                .run(
                        List.of("unshare", "--mount", "sh", "-c", RANGES, "ranges", folder.toString()),
                        Integer.toString(FIRST_INSIDE));
    }

    static List<String> attacks() throws IOException {
        return Stream.concat(
                        Attack.all().stream().map(Attack::name),
                        ForkedSiege.attacks().stream().map(attack -> OrdinaryUser.FORKED + attack.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void holds(String attack) {
        assertThat(outcomes).containsEntry(attack, "holds");
    }

    /** Root is the first one there, so what is above it is one further down. What makes a sandbox is the bot's. */
    @Test
    void runsSandboxesAsUsersOfTheRange() {
        assertThat(outcomes.get(OrdinaryUser.USERS).split(" "))
                .filteredOn(user -> !user.equals(OrdinaryProcess.USER))
                .isNotEmpty()
                .allSatisfy(user -> assertThat(Integer.parseInt(user))
                        .isBetween(FIRST_OF_RANGE + FIRST_INSIDE - 1, FIRST_OF_RANGE + FIRST_INSIDE + 2));
    }

    @Test
    void letsNoneOfThemReadWhatIsTheBotsAlone() {
        assertThat(outcomes).containsEntry(OrdinaryUser.SECRET, "not to be read");
    }
}
