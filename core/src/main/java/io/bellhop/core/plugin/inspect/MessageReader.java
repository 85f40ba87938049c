package io.bellhop.core.plugin.inspect;

import io.bellhop.core.command.declare.Languages;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.regex.Pattern;

/** Reads the message bundles of a plugin from the root of its JAR: {@code messages_de.properties} and the like. */
final class MessageReader {
    private static final Pattern NAME = Pattern.compile("messages_(.+)\\.properties");

    private MessageReader() {}

    static Map<Locale, Map<String, String>> read(JarContents jar) throws IOException {
        var bundles = new HashMap<Locale, Map<String, String>>();
        for (var entry : jar.atRoot()) {
            var name = NAME.matcher(entry.getName());
            if (name.matches()) {
                var language = Languages.parse(name.group(1))
                        .orElseThrow(() -> new PluginRefused(
                                "Its %s is for no language that is known. Name it like messages_de.properties or messages_pt_BR.properties."
                                        .formatted(entry.getName())));
                bundles.put(language, messages(entry, jar.read(entry)));
            }
        }
        return bundles;
    }

    private static Map<String, String> messages(JarEntry entry, byte[] bytes) throws IOException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var properties = new Properties();
            properties.load(new StringReader(text));
            var messages = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
            return messages;
        } catch (CharacterCodingException e) {
            throw new PluginRefused("Its %s is not in UTF-8. Save it so.".formatted(entry.getName()), e);
        } catch (IllegalArgumentException e) {
            throw new PluginRefused(
                    "Its %s has a backslash with u and not four hexadecimal digits behind it. Write the character itself."
                            .formatted(entry.getName()),
                    e);
        }
    }
}
