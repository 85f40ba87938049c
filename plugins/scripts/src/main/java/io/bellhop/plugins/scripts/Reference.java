package io.bellhop.plugins.scripts;

import java.util.Optional;

/**
 * How a script is called: by its name alone, or with its author's in front, as in {@code ann/dance}.
 *
 * @param author what the author is called, or their id; empty if not said
 * @param name the script's name
 */
public record Reference(Optional<String> author, Name name) {
    /**
     * Reads what a user wrote.
     *
     * @param written a name, perhaps after an author and a slash
     * @return the reference
     * @throws IllegalArgumentException if the name can't be one, with the reason
     */
    public static Reference parse(String written) {
        int slash = written.lastIndexOf('/');
        return slash <= 0
                ? new Reference(Optional.empty(), Name.parse(written))
                : new Reference(Optional.of(written.substring(0, slash)), Name.parse(written.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return author.map(one -> one + "/").orElse("") + name.value();
    }
}
