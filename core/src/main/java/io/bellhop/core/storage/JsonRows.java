package io.bellhop.core.storage;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows of texts and numbers as JSON, an array of arrays without names, and back: for what is written with every
 * command, and seldom read. Safe for use from any thread.
 */
public final class JsonRows {
    private final JsonFactory factory = new JsonFactory();

    /** Takes a row's cells, one after the other. */
    public static final class Cells {
        private final JsonGenerator json;

        private Cells(JsonGenerator json) {
            this.json = json;
        }

        /**
         * Adds a cell.
         *
         * @param text what it holds, or null
         * @return this
         */
        public Cells add(@Nullable String text) {
            json.writeString(text);
            return this;
        }

        /**
         * Adds a cell.
         *
         * @param number what it holds
         * @return this
         */
        public Cells add(long number) {
            json.writeNumber(number);
            return this;
        }
    }

    /** Gives a row's cells, in the order in which they were added. */
    public static final class Reader {
        private final JsonParser json;

        private Reader(JsonParser json) {
            this.json = json;
        }

        /** {@return the next cell, a text} */
        public String text() {
            json.nextToken();
            return json.getString();
        }

        /** {@return the next cell, a text or null} */
        public @Nullable String textOrNull() {
            return json.nextStringValue();
        }

        /** {@return the next cell, a number} */
        public long number() {
            json.nextToken();
            return json.getLongValue();
        }
    }

    /**
     * Writes rows.
     *
     * @param <T> what the rows are made of
     * @param rows what to write
     * @param writer adds the cells of one
     * @return the JSON, in UTF-8
     */
    public <T> byte[] write(List<T> rows, BiConsumer<T, Cells> writer) {
        var bytes = new ByteArrayOutputStream();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            var cells = new Cells(json);
            json.writeStartArray();
            for (var row : rows) {
                json.writeStartArray();
                writer.accept(row, cells);
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads rows.
     *
     * @param <T> what is made of the rows
     * @param written what {@link #write} returned
     * @param reader makes something of one, and takes all its cells
     * @return what it made
     */
    public <T> List<T> read(byte[] written, Function<Reader, T> reader) {
        var rows = new ArrayList<T>();
        try (var json = factory.createParser(ObjectReadContext.empty(), written)) {
            var cells = new Reader(json);
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                rows.add(reader.apply(cells));
                json.nextToken();
            }
        }
        return rows;
    }
}
