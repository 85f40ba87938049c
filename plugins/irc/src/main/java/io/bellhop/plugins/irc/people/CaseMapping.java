package io.bellhop.plugins.irc.people;

/** Which nicks and channel names are the same to a server. */
public enum CaseMapping {
    /** Only A to Z have small letters. */
    ASCII("", ""),
    /** {@code []\~} are the capitals of <code>{}|^</code>, as once in Scandinavia. */
    RFC1459("[]\\~", "{}|^"),
    /** As {@link #RFC1459}, without the tilde. */
    RFC1459_STRICT("[]\\", "{}|");

    private static final int CHARACTERS = 128;

    /** What each character of ASCII becomes: names are compared with every line that is heard. */
    private final String small;

    CaseMapping(String capitals, String smalls) {
        var table = new StringBuilder(CHARACTERS);
        for (char c = 0; c < CHARACTERS; c++) {
            int index = capitals.indexOf(c);
            table.append(index < 0 ? Character.toLowerCase(c) : smalls.charAt(index));
        }
        this.small = table.toString();
    }

    /**
     * Finds what a server names.
     *
     * @param name such as {@code rfc1459}
     * @return the mapping, plain ASCII if the name is not known
     */
    public static CaseMapping named(String name) {
        return switch (name) {
            case "rfc1459" -> RFC1459;
            case "strict-rfc1459", "rfc1459-strict" -> RFC1459_STRICT;
            default -> ASCII;
        };
    }

    /**
     * Folds a name, so that two that are the same to the server are equal.
     *
     * @param name a nick or a channel's name
     * @return the name in small letters
     */
    public String fold(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (fold(name.charAt(i)) != name.charAt(i)) {
                return folded(name);
            }
        }
        return name;
    }

    /**
     * Tells whether two names are the same to the server.
     *
     * @param name a nick or a channel's name
     * @param other another
     * @return true if so
     */
    public boolean isSame(String name, String other) {
        return name.length() == other.length() && fold(name).equals(fold(other));
    }

    private String folded(String name) {
        var folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            folded.append(fold(name.charAt(i)));
        }
        return folded.toString();
    }

    private char fold(char c) {
        return c < CHARACTERS ? small.charAt(c) : c;
    }
}
