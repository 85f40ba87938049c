package io.bellhop.plugins.code.history;

import io.bellhop.api.chat.Attachment;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a run is kept: its program, the files beside it and its output, in this order, as far as there is room.
 *
 * @param program whether the program is kept; if not, no file is
 * @param files those of its files that are
 * @param missing the names of the others
 * @param output whether the output is
 * @param size the bytes that all this takes
 */
record Kept(boolean program, List<Attachment> files, List<String> missing, boolean output, int size) {
    static Kept of(Run run, long room) {
        boolean program = run.size() <= room;
        int size = program ? run.size() : 0;
        var files = new ArrayList<Attachment>();
        var missing = new ArrayList<String>();
        for (var file : run.files()) {
            int bytes = WrittenFiles.written(List.of(file)).length();
            boolean fits = program && size + bytes <= room;
            size += fits ? bytes : 0;
            if (fits) {
                files.add(file);
            } else {
                missing.add(file.name());
            }
        }
        boolean output = run.output().isPresent() && size + run.outputSize() <= room;
        return new Kept(program, files, missing, output, output ? size + run.outputSize() : size);
    }
}
