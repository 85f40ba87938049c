package io.bellhop.plugins.code.history;

import java.util.ArrayList;
import java.util.List;

/** Writes words of any characters as one string, each after its length, and reads them again. */
final class WordList {
    private WordList() {}

    static String written(List<String> words) {
        var written = new StringBuilder();
        words.forEach(word -> written.append(word.length()).append(':').append(word));
        return written.toString();
    }

    static List<String> read(String written) {
        var words = new ArrayList<String>();
        for (int at = 0; at < written.length(); ) {
            int start = written.indexOf(':', at) + 1;
            int end = start + Integer.parseInt(written, at, start - 1, 10);
            words.add(written.substring(start, end));
            at = end;
        }
        return words;
    }
}
