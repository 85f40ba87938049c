package io.bellhop.core.plugin.inspect;

/**
 * A plugin that another one needs.
 *
 * @param id the needed plugin
 * @param range the versions that will do, {@code *} for any
 */
public record Dependency(String id, String range) {
    /**
     * Tells whether a version will do.
     *
     * @param version a semantic version
     * @return true if it is in the range
     */
    public boolean accepts(String version) {
        return SemanticVersions.satisfies(version, range);
    }

    /** {@return the dependency as a manifest writes it} */
    @Override
    public String toString() {
        return range.equals("*") ? id : id + "@" + range;
    }
}
