package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsSandbox
class HostUsersTest {
    private static final View VIEW = new View(List.of(), 64 << 20);

    @Test
    void areOneForEachSandboxWhereTheBotIsRoot() throws Exception {
        var isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        var users = HostUsers.find(3, VIEW);
        try (var slots = Slots.of(3, users, Optional.empty())) {
            var each = slots.take(3).stream().map(Slot::user).toList();

            assertThat(each).allMatch(user -> user.isPresent() || !isRoot);
            assertThat(each.stream().flatMap(Optional::stream).map(HostUser::number))
                    .doesNotHaveDuplicates()
                    .allMatch(user -> user >= 60_000);
            assertThat(users.layer().state() == Layer.State.HOLDS)
                    .isEqualTo(users.first().isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"rwx------, rwxr-xr-x", "rwxr-xr-x, rwx------", "rwxr-xr-x, rwx--x--x"})
    void areTheBotsWhereOnlyThatCanReachWhatALanguageNeeds(String ofHome, String ofNeeded, @TempDir Path home)
            throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(ofHome));
        var needed = Files.createDirectory(home.resolve("jdk"));
        Files.setPosixFilePermissions(needed, PosixFilePermissions.fromString(ofNeeded));

        var users = HostUsers.subordinate(1, new View(List.of(needed), 64 << 20));

        assertThat(users.of(0)).isEmpty();
        assertThat(users.layer().state()).isEqualTo(Layer.State.WEAKER);
        assertThat(users.layer().seen())
                .isEqualTo("sandboxes run as the bot's own user, since only that can reach " + needed);
    }

    /** As root has none, nor most of those who run tests. */
    @Test
    void areTheBotsWhereItHasNoOthersToGive() throws Exception {
        var users = HostUsers.subordinate(1 << 20, VIEW);

        assertThat(users.of(0)).isEmpty();
        assertThat(users.layer().state()).isEqualTo(Layer.State.WEAKER);
        assertThat(users.layer().remedy()).containsAnyOf("apt install uidmap", "usermod --add-subuids", "leave it so");
    }
}
