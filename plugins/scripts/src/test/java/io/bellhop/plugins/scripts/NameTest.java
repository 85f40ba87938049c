package io.bellhop.plugins.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameTest {
    @Test
    void isInLowerCase() {
        assertThat(Name.parse("Dance-2_b.js").value()).isEqualTo("dance-2_b.js");
    }

    @Test
    void mayBeInAnyAlphabet() {
        for (var name : List.of("größe", "привет", "χορός", "naïve", "ダンス", "日本語のテスト", "नमस्ते", "3d")) {
            assertThat(Name.parse(name).value()).isEqualTo(name);
        }
    }

    @Test
    void hasNoPathsControlsOrMarkup() {
        for (var name : List.of(
                "",
                "a/b",
                "a\\b",
                "../a",
                ".hidden",
                "-flag",
                "a b",
                "a\nb",
                "a\u0000",
                "a\u007f",
                "a\u202eb",
                "\u2066a",
                "a\u200bb",
                "a\u00adb",
                "a`b",
                "<@123>",
                "a:b",
                "a*",
                "😀",
                "x".repeat(41))) {
            assertThatThrownBy(() -> Name.parse(name)).as(name).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Name.parse("a\u202eb"))
                .hasMessage("A name has letters, digits and - _ . only, not U+202E.");
        assertThatThrownBy(() -> Name.parse("a b")).hasMessage("A name has letters, digits and - _ . only, no spaces.");
        assertThatThrownBy(() -> Name.parse("a/b"))
                .hasMessage("A name has letters, digits and - _ . only, not U+002F (/).");
    }

    @Test
    void looksLikeNoOther() {
        for (var name : List.of("dаnce", "рауреу", "ｄance", "𝐝ance", "ﬁle", "d\u0301", "οο", "İ", "١")) {
            assertThatThrownBy(() -> Name.parse(name)).as(name).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
