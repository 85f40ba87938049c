package io.bellhop.core.app;

/** The version that this bot was built as. */
final class Version {
    private static final String UNPACKAGED = "0.1.0";

    private Version() {}

    /** Returns the version from the JAR's manifest. */
    static String current() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKAGED : version;
    }
}
