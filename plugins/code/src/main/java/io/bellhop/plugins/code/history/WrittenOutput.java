package io.bellhop.plugins.code.history;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import java.util.ArrayList;
import java.util.List;

/** Writes output as one string, each piece after its stream, and reads it again. */
final class WrittenOutput {
    private WrittenOutput() {}

    static String written(Output output) {
        var words = new ArrayList<String>();
        for (var chunk : output.chunks()) {
            words.add(chunk.stream().name());
            words.add(chunk.text());
        }
        return WordList.written(words);
    }

    static Output read(String written) {
        var words = WordList.read(written);
        List<Chunk> chunks = new ArrayList<>();
        for (int at = 0; at < words.size(); at += 2) {
            chunks.add(new Chunk(Stream.valueOf(words.get(at)), words.get(at + 1)));
        }
        return new Output(List.copyOf(chunks));
    }
}
