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

/** A platform that is a file: what was shown there stays, whatever becomes of the bot. */
final class PaperConnector extends NullConnector {
    private static final String TAB = "\t";

    private final Path paper;
    private final boolean remembers;
    private final Set<String> keys;

    /**
     * What was shown.
     *
     * @param message what it answers
     * @param key what names it
     * @param text what it says
     * @param choice what its first choice fires, or nothing
     */
    record Shown(String message, String key, String text, String choice) {
        boolean isNotice() {
            return text.contains("(command.interrupted, ref ") && !choice.isEmpty();
        }

        boolean isMarked() {
            return text.contains("(this may be a repeat: the bot was restarted)");
        }
    }

    PaperConnector(Path paper, boolean remembers) throws IOException {
        this.paper = paper;
        this.remembers = remembers;
        this.keys = read(paper).stream().map(Shown::key).collect(Collectors.toCollection(HashSet::new));
    }

    static List<Shown> read(Path paper) throws IOException {
        if (Files.notExists(paper)) {
            return List.of();
        }
        return Files.readAllLines(paper).stream()
                .map(line -> line.split(TAB, -1))
                .map(part -> new Shown(part[0], part[1], part[2], part[3]))
                .toList();
    }

    @Override
    public Duration remembersKeys() {
        return remembers ? Duration.ofDays(1) : Duration.ZERO;
    }

    @Override
    public synchronized CompletionStage<Receipt> reply(MessageId message, Content content) {
        var key = content.key().orElse("");
        if (keys.add(key) || !remembers) {
            write(message, key, content);
        }
        return CompletableFuture.completedStage(Receipt.of(message));
    }

    /** In one write, so that nobody sees half a line. */
    private void write(MessageId message, String key, Content content) {
        var text = new PlainText(Style.PLAIN).of(content.text()).replace('\n', ' ');
        var choice =
                content.choices().stream().map(Choice::invocation).findFirst().orElse("");
        var line = String.join(TAB, message.id(), key, text, choice) + "\n";
        try {
            Files.write(
                    paper, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
