package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

@NeedsSandbox
class SandboxCheckUpTest {
    /** Nothing of the sandbox's look is configured. */
    private static final class NoSection implements CheckUp.Section {
        @Override
        public <T extends Record> T as(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void isFoundByTheDoctorAndShowsEachLayer() throws InterruptedException {
        var found = ServiceLoader.load(CheckUp.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(SandboxCheckUp.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(found.look(new NoSection()))
                .allMatch(seen -> seen.subject().equals("sandbox"))
                .extracting(CheckUp.Seen::words)
                .anyMatch(words -> words.startsWith("network: "))
                .anyMatch(words -> words.startsWith("memory: "))
                .anyMatch(words -> words.startsWith("limits: "))
                .anyMatch(words -> words.startsWith("python: "));
    }
}
