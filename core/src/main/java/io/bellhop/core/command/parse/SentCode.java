package io.bellhop.core.command.parse;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CodeBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes a file for a code block, in the language that the ending of its name says. */
final class SentCode {
    private static final int MOST_BYTES = 256 << 10;

    private SentCode() {}

    static CodeBlock of(Attachment file) {
        return new CodeBlock(ending(file.name()), text(file));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String text(Attachment file) {
        try (var content = file.open()) {
            var bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WrongInput(
                        "The file " + file.name() + " is too big for code; the most is " + (MOST_BYTES >> 10) + " KiB.",
                        null);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WrongInput("The file " + file.name() + " is no text in UTF-8.", null);
        } catch (IOException e) {
            throw new WrongInput("The file " + file.name() + " could not be fetched. Send it again.", null);
        }
    }
}
