package io.bellhop.plugins.irc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void hasTagsSourceCommandAndParameters() {
        var line = Line.parse("@account=ann;msgid=a\\sb\\:c\\\\;flag :ann!a@host.test privmsg  #ops :hello  there ")
                .orElseThrow();
        assertThat(line.tags()).isEqualTo(Map.of("account", "ann", "msgid", "a b;c\\", "flag", ""));
        assertThat(line.source()).isEqualTo(new Source("ann", "a", "host.test"));
        assertThat(line.command()).isEqualTo("PRIVMSG");
        assertThat(line.parameters()).isEqualTo(List.of("#ops", "hello  there "));
    }

    @Test
    void mayLackAllButTheCommand() {
        assertThat(Line.parse("PING").orElseThrow().parameters()).isEmpty();
        assertThat(Line.parse("PING :").orElseThrow().parameters()).isEqualTo(List.of(""));
        assertThat(Line.parse(":irc.test 001 bell").orElseThrow().source().isClient())
                .isFalse();
        for (var nothing : List.of("", " ", ":x", "@a=b", "@a :x ", ":")) {
            assertThat(Line.parse(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void tellsPeopleFromServers() {
        assertThat(Source.of("ann!a@h").isClient()).isTrue();
        for (var other : List.of("irc.test", "ann", "ann!a", "ann@h", "ann!@", "ann!@h", "a@h!u")) {
            assertThat(Source.of(other).isClient()).as(other).isFalse();
        }
    }

    @Test
    void isEncodedAsOneLineWhateverItHolds() {
        assertThat(Encoding.line("PRIVMSG #a :x\r\nQUIT\u0000")).asString().isEqualTo("PRIVMSG #a :x  QUIT \r\n");
        var cut = Encoding.line("\u20ac".repeat(300));
        assertThat(cut).hasSizeLessThanOrEqualTo(512);
        assertThat(new String(cut, StandardCharsets.UTF_8)).doesNotContain("\ufffd");
    }
}
