package io.bellhop.plugins.code.language;

import java.util.Optional;

/** Remembers what version commands said, so that only those of changed programs are asked again. */
public interface VersionNotes {
    /** Remembers nothing. */
    VersionNotes NONE = new VersionNotes() {
        @Override
        public Optional<String> find(String program) {
            return Optional.empty();
        }

        @Override
        public void note(String program, String version) {}
    };

    /**
     * Finds what a program said.
     *
     * @param program names the program as it is now, and the command
     * @return its version, or empty if it has to be asked
     */
    Optional<String> find(String program);

    /**
     * Remembers what a program said.
     *
     * @param program names the program as it is now, and the command
     * @param version its version
     */
    void note(String program, String version);
}
