package io.bellhop.plugins.code.engine.toolchain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.sandbox.Allowance;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.engine.sandbox.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompileCacheTest {
    private final CompileCache cache = new CompileCache(100);

    @Test
    void tellsApartAllThatCompilingDependsOn() {
        var keys = Stream.of(
                        CompileCache.key("12.2", step("gcc", "-O1", "main.c", "int a;")),
                        CompileCache.key("12.3", step("gcc", "-O1", "main.c", "int a;")),
                        CompileCache.key("12.2", step("gcc", "-O2", "main.c", "int a;")),
                        CompileCache.key("12.2", step("gcc", "-O1", "main.c", "int b;")),
                        CompileCache.key("12.2", step("gcc", "-O1", "main.", "cint a;")))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(CompileCache.key("12.2", step("gcc", "-O1", "main.c", "int a;")))
                .isEqualTo(keys.getFirst());
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        for (var name : List.of("a", "b", "c", "d")) {
            cache.keep(name, compiled(25));
        }
        assertThat(cache.find("a")).isPresent();

        cache.keep("e", compiled(25));

        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("e")).isPresent();
    }

    @Test
    void keepsNothingThatWouldPushMostOut() {
        cache.keep("large", compiled(26));

        assertThat(cache.find("large")).isEmpty();
    }

    private static CompileCache.Compiled compiled(int size) {
        return new CompileCache.Compiled(List.of(new SandboxFile("main", new byte[size], true)), new Output(List.of()));
    }

    private static Step step(String program, String flag, String file, String source) {
        var second = Duration.ofSeconds(1);
        return new Step(
                Stage.Kind.COMPILE,
                List.of(program, flag),
                Map.of(),
                List.of(new SandboxFile(file, source.getBytes(UTF_8), false)),
                new byte[0],
                new Allowance(second, second, 1, 1),
                Optional.empty());
    }
}
