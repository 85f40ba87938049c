package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of the sandbox. */
@NeedsSandbox
class SandboxCheckUpTest {
    @TempDir
    private Path folder;

    @Test
    void isFoundByTheDoctorAndShowsEachLayer() throws InterruptedException {
        assertThat(seen(Configured.in(folder)))
                .allMatch(seen -> seen.subject().equals("sandbox"))
                .extracting(CheckUp.Seen::words)
                .anyMatch(words -> words.startsWith("network: "))
                .anyMatch(words -> words.startsWith("memory: "))
                .anyMatch(words -> words.startsWith("limits: "))
                .anyMatch(words -> words.startsWith("python: "));
    }

    @Test
    void findsThatALanguageOfTheOwnersShowsTooMuch() throws Exception {
        var section = "{languages: {mine: {file: a.mine, version: [bash, --version], run: [bash], roots: [/var/lib]}}}";

        assertThat(seen(Configured.in(folder, section)))
                .filteredOn(seen -> !seen.good())
                .extracting(CheckUp.Seen::words)
                .contains(
                        "files: it reaches /var/lib; Take it out of the roots of languages under plugins.code.languages, if it stands there; else report this as a fault of Bellhop, with what doctor says");
    }

    private static List<CheckUp.Seen> seen(CheckUp.Section section) throws InterruptedException {
        var found = ServiceLoader.load(CheckUp.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(SandboxCheckUp.class::isInstance)
                .findFirst()
                .orElseThrow();
        return found.look(section);
    }
}
