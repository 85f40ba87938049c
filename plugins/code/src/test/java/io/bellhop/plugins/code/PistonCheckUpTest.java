package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.api.plugin.CheckUp.Seen;
import io.bellhop.plugins.code.engine.piston.LoopbackPiston;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of Piston servers. */
class PistonCheckUpTest {
    @AutoClose
    private final LoopbackPiston near = new LoopbackPiston("near")
            .has("python", "3.12.0")
            .has("python", "2.7.18")
            .has("javascript", "18.15.0");

    @AutoClose
    private final LoopbackPiston far = new LoopbackPiston("far");

    @TempDir
    private Path folder;

    @Test
    void saysHowFastEachServerAnswersAndHowManyLanguagesItHas() throws Exception {
        far.has("lua", "5.4.4");

        assertThat(seen(servers())).extracting(Seen::good).containsExactly(true, true);
        assertThat(seen(servers()))
                .extracting(Seen::words)
                .satisfiesExactlyInAnyOrder(
                        words -> assertThat(words).matches("near answers in \\d+.* and has 2 languages"),
                        words -> assertThat(words).matches("far answers in \\d+.* and has 1 language"));
    }

    @Test
    void saysWhatIsWrongWithAServerAndWhatToDo() throws Exception {
        near.dies();

        assertThat(seen(servers()))
                .containsExactlyInAnyOrder(
                        bad("near can't be reached; start it, or correct its url"),
                        bad("far has no languages; install some with Piston's ppman"));
    }

    @Test
    void saysNothingWithoutServers() throws Exception {
        assertThat(seen("{}")).isEmpty();
        Files.delete(folder.resolve("bellhop.yaml"));
        assertThat(seen(Configured.in(folder))).isEmpty();
    }

    @Test
    void isFoundByTheDoctor() {
        assertThat(ServiceLoader.load(CheckUp.class).stream().map(ServiceLoader.Provider::type))
                .contains(PistonCheckUp.class);
    }

    private String servers() {
        return "{ near: { url: \"%s\" }, far: { url: \"%s\" } }".formatted(near.url(), far.url());
    }

    private List<Seen> seen(String servers) throws IOException, InterruptedException {
        return seen(Configured.in(folder, "{ piston: { margin: 30s, servers: " + servers + " } }"));
    }

    private static List<Seen> seen(Configured section) throws InterruptedException {
        return new PistonCheckUp().look(section);
    }

    private static Seen bad(String words) {
        return new Seen(false, "piston", words);
    }
}
