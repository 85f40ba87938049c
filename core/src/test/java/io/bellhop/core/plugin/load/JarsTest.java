package io.bellhop.core.plugin.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.plugin.inspect.Inspector;
import io.bellhop.core.plugin.inspect.PrivateCopies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {
    @TempDir
    Path folder;

    @Test
    void leavesNothingOfAJarThatDoesNotOpen() throws Exception {
        var file = PluginJar.simple("dice", "1.0.0").write(folder.resolve("dice.jar"));
        var copies = Files.createDirectory(folder.resolve("copies"));
        var blueprint = new Inspector(new PrivateCopies(copies), "0.1.0", id -> Optional.empty()).inspect(file);
        var jars = new Jars();
        Files.delete(blueprint.copy());
        assertThatThrownBy(() -> jars.open(blueprint)).isInstanceOf(RuntimeException.class);
        assertThat(jars.loaded("dice")).isEmpty();
        Files.copy(file, blueprint.copy());
        assertThat(jars.open(blueprint).loadClass("p.dice.Main")).isNotNull();
        jars.close(blueprint);
    }
}
