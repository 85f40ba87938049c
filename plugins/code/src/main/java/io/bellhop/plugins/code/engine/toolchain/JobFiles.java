package io.bellhop.plugins.code.engine.toolchain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.language.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The files that a job brings into its sandbox. */
final class JobFiles {
    private static final int MOST_FILES = 32;
    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_NAME = 100;

    /** Plain names, in folders that have plain names: nothing begins with a dot or a hyphen. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*" + "(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*){0,4}");

    private final List<SandboxFile> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int left = MOST_BYTES;

    private JobFiles() {}

    /**
     * Gathers a job's files.
     *
     * @param program the program, whole
     * @param beside what was sent beside it
     * @return all files, the program last
     * @throws BellhopException if a file can't be put beside the program, for the user
     */
    static List<SandboxFile> of(Source.Program program, List<Attachment> beside) {
        var gathered = new JobFiles();
        if (beside.size() > MOST_FILES) {
            throw refused(
                    "There are " + beside.size() + " files beside the program; at most " + MOST_FILES + " can be.");
        }
        gathered.names.addAll(program.files().keySet());
        beside.forEach(gathered::add);
        program.files().forEach((name, text) -> gathered.files.add(file(name, text.getBytes(UTF_8))));
        return gathered.files;
    }

    private void add(Attachment attachment) {
        var name = attachment.name();
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw refused(
                    "A file beside the program has a name that can't be used: give it letters, digits, . _ and -.");
        }
        if (!names.add(name) || names.stream().anyMatch(other -> isWithin(name, other) || isWithin(other, name))) {
            throw refused("The file " + name + " would be in the place of another one: name it differently.");
        }
        files.add(file(name, read(attachment)));
    }

    private byte[] read(Attachment attachment) {
        try (var stream = attachment.open()) {
            var bytes = stream.readNBytes(left + 1);
            left -= bytes.length;
            if (left < 0) {
                throw refused("The files beside the program have more than " + (MOST_BYTES >> 20) + " MiB together.");
            }
            return bytes;
        } catch (IOException e) {
            throw refused("The file " + attachment.name() + " could not be fetched: send it again.");
        }
    }

    private static boolean isWithin(String name, String folder) {
        return name.startsWith(folder + "/");
    }

    private static SandboxFile file(String name, byte[] bytes) {
        return new SandboxFile(name, bytes, false);
    }

    private static BellhopException refused(String why) {
        return BellhopException.user("code.files", why);
    }
}
