package io.bellhop.core.people;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Tells in words what is kept about someone, or was deleted. */
record Account(String whom) {
    private static final int LARGEST_PLAIN = 1 << 20;

    Content exported(UserId user, Answers<Map<String, Object>> kept) {
        var text = kept(kept).line().add("All of it is in the file.");
        return Content.of(kept.given().isEmpty() ? kept(kept) : text).with(file(user, kept));
    }

    /** Asks whether it shall be done. */
    Content question(Answers<Map<String, Object>> kept, Choice yes) {
        if (kept.isEmpty()) {
            return Content.of(kept(kept));
        }
        return Content.of(kept(kept).line().add("Shall it be deleted? It can't be brought back."))
                .with(yes);
    }

    Content forgotten(Answers<List<String>> gone) {
        var text = Text.of(gone.given().isEmpty() ? "Nothing was deleted." : "Deleted:");
        for (var one : gone.given().entrySet()) {
            text = text.line().bold(one.getKey()).add(": " + String.join(", ", one.getValue()));
        }
        return Content.of(others(text, gone, "It will forget " + whom + " when it is loaded next."));
    }

    private Text kept(Answers<Map<String, Object>> kept) {
        var text = Text.of(kept.given().isEmpty() ? "Nothing is kept about " + whom + "." : "Kept about " + whom + ":");
        for (var one : kept.given().entrySet()) {
            text = text.line().bold(one.getKey()).add(": " + Parts.summary(one.getValue()));
        }
        return others(text, kept, "Ask again when it is loaded.");
    }

    private static Text others(Text before, Answers<?> answers, String plugins) {
        var text = before;
        for (var one : answers.failed().entrySet()) {
            var then = People.isFeature(one.getKey()) ? "Ask again later." : plugins;
            text = text.line().bold(one.getKey()).add(" " + one.getValue() + ". " + then);
        }
        for (var one : answers.absent()) {
            text = text.line().add("Not reached: ").bold(one).add(" is not loaded. " + plugins);
        }
        return text;
    }

    /** Text shrinks to a fraction, and platforms bound the size of a file. */
    private static Attachment file(UserId user, Answers<Map<String, Object>> kept) {
        var all = new LinkedHashMap<String, Object>();
        all.put("user", user);
        all.put("kept", kept.given());
        all.put("failed", kept.failed());
        all.put("not reached", kept.absent());
        var json = new Json().writePretty(all).getBytes(StandardCharsets.UTF_8);
        return json.length <= LARGEST_PLAIN
                ? Attachment.of("bellhop-export.json", json)
                : Attachment.of("bellhop-export.json.gz", zipped(json));
    }

    private static byte[] zipped(byte[] json) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
