package io.bellhop.plugins.code.history;

import io.bellhop.api.chat.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes files as one string, each after its name, and reads them again. */
final class WrittenFiles {
    private WrittenFiles() {}

    static String written(List<Attachment> files) {
        var words = new ArrayList<String>();
        for (var file : files) {
            words.add(file.name());
            words.add(content(file));
        }
        return WordList.written(words);
    }

    static List<Attachment> read(String written) {
        var words = WordList.read(written);
        List<Attachment> files = new ArrayList<>();
        for (int at = 0; at < words.size(); at += 2) {
            files.add(Attachment.of(words.get(at), Base64.getDecoder().decode(words.get(at + 1))));
        }
        return List.copyOf(files);
    }

    /** {@return the SHA-256 of all names and contents, in hexadecimal} */
    static String hash(List<Attachment> files) {
        var words = new ArrayList<String>();
        for (var file : files) {
            words.add(file.name());
            words.add(Hash.of(bytes(file)));
        }
        return Hash.of(WordList.written(words));
    }

    /** {@return what is in a file, in Base64} */
    static String content(Attachment file) {
        return Base64.getEncoder().encodeToString(bytes(file));
    }

    private static byte[] bytes(Attachment file) {
        try (var content = file.open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what lies beside a program is in memory", e);
        }
    }
}
