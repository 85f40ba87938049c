package io.bellhop.core.bench;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A platform that is a file: what was shown there stays, whatever becomes of the bot. */
final class PaperConnector extends NullConnector {
    private static final String TAB = "\t";

    private final Path paper;
    private final boolean remembers;
    private final Set<String> keys;

    PaperConnector(Path paper, boolean remembers) throws IOException {
        this.paper = paper;
        this.remembers = remembers;
        this.keys = lines(paper).map(parts -> parts[0]).collect(Collectors.toCollection(HashSet::new));
    }

    static List<Ground.Shown> read(Path paper) throws IOException {
        return lines(paper)
                .map(parts -> new Ground.Shown(parts[1], !parts[2].isEmpty()))
                .toList();
    }

    /** The key, the text and the first choice of all that was shown. */
    private static Stream<String[]> lines(Path paper) throws IOException {
        return Files.notExists(paper)
                ? Stream.empty()
                : Files.readAllLines(paper).stream().map(line -> line.split(TAB, -1));
    }

    @Override
    public Duration remembersKeys() {
        return remembers ? Duration.ofDays(1) : Duration.ZERO;
    }

    @Override
    public synchronized CompletionStage<Receipt> reply(MessageId message, Content content) {
        var key = content.key().orElse("");
        if (keys.add(key) || !remembers) {
            write(key, content);
        }
        return CompletableFuture.completedStage(Receipt.of(message));
    }

    /** In one write, so that nobody sees half a line. */
    private void write(String key, Content content) {
        var text = new PlainText(Style.PLAIN).of(content.text()).replace('\n', ' ');
        var choice =
                content.choices().stream().map(Choice::invocation).findFirst().orElse("");
        var line = String.join(TAB, key, text, choice) + "\n";
        try {
            Files.write(
                    paper, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
