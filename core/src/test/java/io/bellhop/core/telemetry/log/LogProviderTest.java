package io.bellhop.core.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogProviderTest {
    @Test
    void startsLogbackWithoutTheServiceLoader() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Chosen.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said.lines())
                .singleElement()
                .asString()
                .endsWith("WARN  [game=4] Chosen: through ch.qos.logback.classic.LoggerContext");
    }

    static final class Chosen {
        private Chosen() {}

        public static void main(String[] arguments) {
            LogProvider.choose();
            var log = LoggerFactory.getLogger("Chosen");
            MDC.put("game", "4");
            log.info("quiet");
            log.warn("through {}", LoggerFactory.getILoggerFactory().getClass().getName());
        }
    }
}
