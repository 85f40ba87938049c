package io.bellhop.plugins.code.engine.piston.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.Language;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say that they have. */
class RuntimesTest {
    @Test
    void readsLanguagesByNameTheNewestFirst() {
        var languages = read("""
                [{"language": "python", "version": "3.9.4", "aliases": ["py", "py3"]},
                 {"language": "c++", "version": "10.2.0", "aliases": ["cpp", "g++"], "runtime": "gcc"},
                 {"language": "python", "version": "3.10.0", "aliases": []},
                 {"language": "python", "version": "3.10"}]
                """);

        assertThat(languages)
                .extracting(language -> language.name() + " " + language.version())
                .containsExactly("c++ 10.2.0", "python 3.10.0", "python 3.10", "python 3.9.4");
        assertThat(languages.getFirst().aliases()).containsExactly("cpp", "g++");
    }

    @Test
    void mergesTheSameVersionOfSeveralServers() {
        var one = read("[{\"language\": \"python\", \"version\": \"3.9.4\", \"aliases\": [\"py\"]}]");
        var other = read("[{\"language\": \"python\", \"version\": \"3.9.4\", \"aliases\": [\"py3\", \"py\"]}]");

        assertThat(Runtimes.merge(Stream.of(one, other).flatMap(List::stream).toList()))
                .singleElement()
                .satisfies(python -> assertThat(python.aliases()).containsExactly("py", "py3"));
    }

    @Test
    void leavesOutWhatCannotBeAskedForInChat() {
        assertThat(read("""
                        [{"language": "two words", "version": "1", "aliases": []},
                         {"language": "@everyone", "version": "1", "aliases": []},
                         {"language": "```", "version": "1", "aliases": []},
                         {"language": "", "version": "1"}, {"language": "x"}, {},
                         {"language": "ok", "version": "1\\n2"},
                         {"language": "OK", "version": "1", "aliases": ["-x", "a b", 7, null, "fine", "\\u202etxt"]}]
                        """))
                .singleElement()
                .satisfies(ok -> assertThat(ok.name()).isEqualTo("ok"))
                .satisfies(ok -> assertThat(ok.aliases()).containsExactly("fine"));
    }

    @Test
    void takesNoMoreThanAServerCanHave() {
        var many = IntStream.range(0, 5000)
                .mapToObj(number -> "{\"language\": \"l" + number + "\", \"version\": \"1\"}")
                .toList();

        assertThat(read(many.toString())).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "7",
                "[7]",
                "[{\"language\": 7}]",
                "[{\"language\": \"x\", \"version\": \"1\", \"aliases\": \"x\"}]",
                "[",
                "<html>"
            })
    void refusesWhatIsNoListOfRuntimes(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Language> read(String json) {
        return Runtimes.read(json.getBytes(UTF_8));
    }
}
