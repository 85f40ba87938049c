package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A platform that is a file, for a bot that is spoken to on its standard input. */
record PaperGround(boolean remembers, Folder folder) implements Ground {
    PaperGround(boolean remembers) throws IOException {
        this(remembers, Folder.temporary());
    }

    private Path paper() {
        return folder.path().resolve("paper");
    }

    @Override
    public List<String> address() {
        return List.of("paper", paper().toString(), Boolean.toString(remembers));
    }

    @Override
    public void ask(Process bot, List<String> effects) throws IOException {
        var in = bot.outputWriter();
        for (var effect : effects) {
            in.write(effect + "\n");
        }
        in.flush();
    }

    @Override
    public List<Shown> shown() throws IOException {
        return PaperConnector.read(paper());
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
