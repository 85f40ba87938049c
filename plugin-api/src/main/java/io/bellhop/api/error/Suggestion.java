package io.bellhop.api.error;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word somebody meant. */
public final class Suggestion {
    private static final int LONGEST = 48;

    private Suggestion() {}

    /**
     * Finds the known word that a mistyped one is nearest to.
     *
     * @param word what was written, of any length
     * @param known what could have been meant
     * @return the nearest by letters left out, added, changed or swapped, the first of equals; empty if none is near
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String written = word.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int limit = farthest(written);
        for (String candidate : known) {
            int distance = distance(written, candidate.toLowerCase(Locale.ROOT), limit);
            if (distance <= limit) {
                best = Optional.of(candidate);
                limit = distance - 1;
            }
        }
        return best;
    }

    private static int farthest(String word) {
        return word.length() < 2 ? 0 : word.length() < 5 ? 1 : word.length() < 9 ? 2 : 3;
    }

    /** The optimal string alignment distance, or more than the limit. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            fill(row, last, beforeLast, a, b, i);
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static void fill(int[] row, int[] last, int[] beforeLast, String a, String b, int i) {
        for (int j = 1; j <= b.length(); j++) {
            int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
            if (isSwap(a, b, i, j)) {
                row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
        }
    }

    private static boolean isSwap(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
