package io.bellhop.plugins.scripts;

import io.bellhop.plugins.code.service.CodeRunner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the JAR of the code plugin is. */
final class CodePlugin {
    private CodePlugin() {}

    /** Returns the JAR of the build; one that only compiles has the JAR of the last one that packaged. */
    static Path jar() {
        try {
            var place = Path.of(CodeRunner.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(place) ? packaged(place.resolveSibling("")) : place;
        } catch (URISyntaxException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path packaged(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "code-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new AssertionError(
                "There is no JAR of the plugin code. Package it first: mvn package -pl plugins/code -am");
    }
}
