package io.bellhop.core.config;

/** Where a value was written: a line of a file, or an environment variable, which has no lines. */
record Place(String source, int line) {
    static Place of(String source) {
        return new Place(source, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
