package io.bellhop.plugins.code.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeTest {
    @Test
    void fillsInWhatTheProgramIsCalledAndWhatItMayUse() {
        var recipe =
                new Recipe(List.of("{java}/bin/java", "-Xmx{half}m", "-cp", ".", "{name}", "{file}", "{memory}"), 64);

        assertThat(recipe.words("Main.java", List.of("Main.java"), 128, List.of()))
                .containsExactly(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx64m",
                        "-cp",
                        ".",
                        "Main",
                        "Main.java",
                        "128");
    }

    @Test
    void keepsEachArgumentAWordAndItsPlaceholdersAsTheyAre() {
        var recipe = new Recipe(List.of("python3", "{file}", "{args}"), 64);

        assertThat(recipe.words("main.py", List.of("main.py"), 64, List.of("a b", "{file}", "")))
                .containsExactly("python3", "main.py", "a b", "{file}", "");
    }

    @Test
    void namesAllSourcesInTheirOrder() {
        var recipe = new Recipe(List.of("gcc", "-o", "{name}", "{sources}", "-lm"), 0);

        assertThat(recipe.words("main.c", List.of("a b.c", "{file}.c", "main.c"), 64, List.of()))
                .containsExactly("gcc", "-o", "main", "a b.c", "{file}.c", "main.c", "-lm");
    }
}
