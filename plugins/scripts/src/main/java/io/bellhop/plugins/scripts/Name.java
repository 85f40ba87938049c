package io.bellhop.plugins.scripts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a script or an alias. It looks like what it is: letters of one alphabet, digits and a few signs, so that
 * no name passes for another, reaches out of a folder, or hides something.
 *
 * @param value the name, in lower case
 */
public record Name(String value) {
    private static final int LONGEST = 40;
    private static final String SIGNS = "-_.";

    /** The alphabets that are written among each other, and look like no others. */
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    /** Cyrillic and Greek letters that look like Latin ones; a name of these alone would be read as another. */
    private static final String LATIN_LOOKING = "аеорсухіјѕһԁԛԝӏαγινορυ";

    /**
     * Reads a name.
     *
     * @param written what a user wrote
     * @return the name
     * @throws IllegalArgumentException if it can't be one, with the reason
     */
    public static Name parse(String written) {
        var value = written.toLowerCase(Locale.ROOT);
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST + " characters.");
        }
        if (!Character.isLetterOrDigit(value.codePointAt(0))) {
            throw new IllegalArgumentException("A name begins with a letter or a digit.");
        }
        value.codePoints().filter(point -> !isAllowed(point)).findFirst().ifPresent(Name::refuse);
        checkAlphabet(value);
        return new Name(value);
    }

    /** Returns the same as far as it can be one. */
    static Optional<Name> tryParse(String written) {
        try {
            return Optional.of(parse(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(int point) {
        return switch (Character.getType(point)) {
            case Character.LOWERCASE_LETTER, Character.OTHER_LETTER -> isPlain(point);
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
                UnicodeScript.of(point) != UnicodeScript.INHERITED;
            default -> isDigit(point) || SIGNS.indexOf(point) >= 0;
        };
    }

    /** Tells whether a letter is no other form of another, such as a wide, bold or ligature one. */
    private static boolean isPlain(int point) {
        return Normalizer.isNormalized(Character.toString(point), Normalizer.Form.NFKC);
    }

    /** Tells whether it is one of those digits that nobody takes for a letter of another alphabet. */
    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static void refuse(int point) {
        if (point == ' ') {
            throw new IllegalArgumentException("A name has letters, digits and - _ . only, no spaces.");
        }
        boolean seen = point > ' ' && point < 0x7F;
        var shown = seen || Character.isLetterOrDigit(point) ? " (" + Character.toString(point) + ")" : "";
        throw new IllegalArgumentException(
                String.format("A name has letters, digits and - _ . only, not U+%04X%s.", point, shown));
    }

    private static void checkAlphabet(String value) {
        var alphabets = value.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON)
                .distinct()
                .toList();
        if (alphabets.size() > 1 && !EAST_ASIAN.containsAll(alphabets)) {
            throw new IllegalArgumentException(
                    "A name keeps to one alphabet; this one mixes letters that look alike in several.");
        }
        var letters = value.codePoints().filter(Character::isLetter).toArray();
        if (letters.length > 0 && Arrays.stream(letters).allMatch(point -> LATIN_LOOKING.indexOf(point) >= 0)) {
            throw new IllegalArgumentException("Each letter of this name looks like a Latin one but is another.");
        }
    }
}
