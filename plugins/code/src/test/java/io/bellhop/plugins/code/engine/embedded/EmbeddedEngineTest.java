package io.bellhop.plugins.code.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EmbeddedEngineTest {
    @Test
    void namesTheSameLanguagesAgainSoThatAskingIsCheap() {
        var engine = new EmbeddedEngine(1, 64 << 20, RandomGenerator.getDefault());

        assertThat(engine.languages()).isSameAs(engine.languages());
    }
}
