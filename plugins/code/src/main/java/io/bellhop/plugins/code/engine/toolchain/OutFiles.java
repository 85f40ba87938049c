package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The files that a program leaves for its user, under names that harm nobody who saves them. */
final class OutFiles {
    private static final int LONGEST = 60;
    private static final int LONGEST_ENDING = 10;

    /** Letters, digits and marks that mean nothing to shells, file systems and chats; so nothing that can't be seen. */
    private static final Pattern STRANGE = Pattern.compile("[^\\p{L}\\p{N}._-]+");

    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

    /** Names that mean devices to Windows, whatever follows the dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

    private OutFiles() {}

    /**
     * Turns files, with names as a program gave them, into what can be uploaded: by name, since folders have no order.
     */
    static List<Attachment> of(List<SandboxFile> files) {
        var taken = new HashSet<String>();
        return files.stream()
                .sorted(Comparator.comparing(SandboxFile::name))
                .map(file -> Attachment.of(unlike(taken, clean(file.name())), file.content()))
                .toList();
    }

    private static String clean(String name) {
        var plain = EDGES.matcher(STRANGE.matcher(name.replace('/', '-')).replaceAll("_"))
                .replaceAll("");
        var sure = plain.isEmpty() || DEVICE.matcher(plain).matches() ? "file-" + plain : plain;
        return EDGES.matcher(shortened(sure)).replaceAll("");
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    private static String unlike(Set<String> taken, String name) {
        var other = name;
        for (var number = 2; !taken.add(other); number++) {
            var dot = name.lastIndexOf('.');
            var at = dot > 0 ? dot : name.length();
            other = name.substring(0, at) + "-" + number + name.substring(at);
        }
        return other;
    }
}
