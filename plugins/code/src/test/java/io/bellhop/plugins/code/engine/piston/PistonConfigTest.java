package io.bellhop.plugins.code.engine.piston;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.plugin.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PistonConfigTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:2000,         http://localhost:2000/api/v2/execute",
        "http://localhost:2000/,        http://localhost:2000/api/v2/execute",
        "https://a.example/v2/piston/,  https://a.example/v2/piston/execute",
        "http://[::1]:2000,             http://[::1]:2000/api/v2/execute"
    })
    void findsTheApi(URI url, String endpoint) {
        assertThat(new ServerConfig(url, Optional.empty()).endpoint("execute")).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://a", "localhost:2000", "/tmp", "http:///x", "http://u:p@a", "http://a?key=x", "http://a#x"
            })
    void refusesUrlsThatAreNone(URI url) {
        assertThatThrownBy(() -> new ServerConfig(url, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\r\nHost: b", "ä"})
    void refusesKeysThatNoHeaderHolds(String key) {
        assertThatThrownBy(() -> server("http://a", key))
                .hasMessageStartingWith("key must")
                .hasMessageNotContaining("Host");
    }

    @Test
    void tellsWhereAKeyCanBeReadOnItsWay() {
        assertThat(server("http://piston.example", "k").showsKey()).isTrue();
        assertThat(server("http://127.evil.example", "k").showsKey()).isTrue();
        assertThat(server("https://piston.example", "k").showsKey()).isFalse();
        assertThat(server("http://127.0.0.1:2000", "k").showsKey()).isFalse();
        assertThat(server("http://[::1]:2000", "k").showsKey()).isFalse();
        assertThat(new ServerConfig(URI.create("http://piston.example"), Optional.empty()).showsKey())
                .isFalse();
    }

    @Test
    void refusesNamesAndTimesThatMakeNoSense() {
        var servers = Map.of("Not a name", server("http://a", "k"));
        var minute = Duration.ofMinutes(1);

        assertThatThrownBy(() -> new PistonConfig(Optional.of(servers), minute, minute))
                .hasMessageStartingWith("servers: the name \"Not a name\"");
        assertThatThrownBy(() -> new PistonConfig(Optional.empty(), Duration.ZERO, minute))
                .hasMessage("check and margin must be above zero");
    }

    private static ServerConfig server(String url, String key) {
        return new ServerConfig(URI.create(url), Optional.of(new Secret(key)));
    }
}
