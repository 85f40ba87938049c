package io.bellhop.plugins.code.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import org.junit.jupiter.api.Test;

class OutputRecorderTest {
    private final OutputRecorder recorder = new OutputRecorder(10, Progress.UNHEARD);

    @Test
    void makesOneChunkOfWhatOneStreamWroteInARowWhoeverLooksMeanwhile() {
        recorder.write(Stream.OUT, "1\n");
        assertThat(recorder.output().chunks()).containsExactly(new Chunk(Stream.OUT, "1\n"));
        recorder.write(Stream.OUT, "2\n");
        recorder.write(Stream.ERR, "");
        recorder.write(Stream.OUT, "3\n");
        assertThat(recorder.output().chunks()).containsExactly(new Chunk(Stream.OUT, "1\n2\n3\n"));
    }

    @Test
    void keepsTheOrderOfTheStreams() {
        recorder.write(Stream.OUT, "a");
        recorder.write(Stream.ERR, "b");
        recorder.write(Stream.OUT, "c");
        assertThat(recorder.output().chunks())
                .containsExactly(new Chunk(Stream.OUT, "a"), new Chunk(Stream.ERR, "b"), new Chunk(Stream.OUT, "c"));
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(recorder.write(Stream.OUT, "123456789é")).isFalse();
        assertThat(recorder.output().merged()).isEqualTo("123456789");
    }
}
