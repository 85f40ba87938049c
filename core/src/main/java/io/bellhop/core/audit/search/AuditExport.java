package io.bellhop.core.audit.search;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.audit.AuditOptions;
import io.bellhop.core.storage.Json;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows as JSON lines, the newest first: a file in chat, or one in the home if chat can't take it. */
final class AuditExport {
    private static final long MOST_IN_CHAT = 4L << 20;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final AuditSearch search;
    private final Path folder;
    private final Clock clock;
    private final Json json = new Json();

    @Inject
    AuditExport(AuditSearch search, AuditOptions options, Clock clock) {
        this.search = search;
        this.folder = options.exports();
        this.clock = clock;
    }

    /**
     * Exports rows.
     *
     * @param mayKeep whether a large one may stay in the home
     */
    Content export(Query query, boolean mayKeep) {
        var name = "audit-" + STAMP.format(clock.instant()) + ".jsonl";
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(name);
            long rows = write(query, file);
            return content(file, rows, mayKeep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content content(Path file, long rows, boolean mayKeep) throws IOException {
        boolean isLarge = Files.size(file) > MOST_IN_CHAT;
        if (isLarge && mayKeep) {
            return Content.of(rows + " rows are in the home's folder exports, in " + file.getFileName() + ".");
        }
        try {
            if (isLarge) {
                throw BellhopException.limit(
                        "audit.too-large", "These are " + rows + " rows, too many for chat. Narrow it, say by -since.");
            }
            return Content.of(rows + (rows == 1 ? " row" : " rows") + ", the newest first.")
                    .with(Attachment.of(file.getFileName().toString(), Files.readAllBytes(file)));
        } finally {
            Files.delete(file);
        }
    }

    private long write(Query query, Path file) throws IOException {
        var count = new long[1];
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            search.find(query, Integer.MAX_VALUE, entry -> {
                write(out, entry);
                count[0]++;
            });
        } catch (UncheckedIOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return count[0];
    }

    private void write(BufferedWriter out, Entry entry) {
        try {
            out.write(json.write(fields(entry)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> fields(Entry entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", entry.number());
        fields.put("time", entry.time().toString());
        fields.put("ref", entry.ref());
        fields.put("person", entry.person());
        fields.put("name", entry.name());
        fields.put("connector", entry.connector());
        fields.put("space", entry.space());
        fields.put("channel", entry.channel());
        fields.put("action", entry.action());
        fields.put("plugin", entry.plugin());
        fields.put("version", entry.version());
        fields.put("outcome", entry.outcome());
        fields.put("arguments", entry.arguments());
        fields.put("hash", entry.hash());
        return fields;
    }
}
