package io.bellhop.plugins.code.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SignalsTest {
    private static final int REAL_TIME = 34;

    @Test
    @EnabledOnOs(OS.LINUX)
    void haveTheNamesThatAShellGivesThem() throws Exception {
        var shell = new ProcessBuilder("bash", "-c", "for n in {1..31} 34 35 49; do kill -l $n; done").start();
        var names = new String(shell.getInputStream().readAllBytes(), UTF_8).lines();

        assertThat(IntStream.concat(IntStream.rangeClosed(1, 31), IntStream.of(REAL_TIME, REAL_TIME + 1, 49))
                        .mapToObj(Signals::name))
                .containsExactlyElementsOf(names.map(name -> "SIG" + name).toList());
    }

    @Test
    void haveNumbersWhereTheyHaveNoNames() {
        assertThat(Signals.name(64)).isEqualTo("SIGRTMIN+30");
        assertThat(Signals.name(0)).isEqualTo("signal 0");
        assertThat(Signals.name(33)).isEqualTo("signal 33");
        assertThat(Signals.name(65)).isEqualTo("signal 65");
    }
}
