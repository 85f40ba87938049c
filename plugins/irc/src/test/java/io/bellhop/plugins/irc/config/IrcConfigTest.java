package io.bellhop.plugins.irc.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrcConfigTest {
    @TempDir
    private Path folder;

    private IrcConfig read(String section) throws IOException {
        var file = folder.resolve("bellhop.yaml");
        Files.writeString(file, "plugins: {irc: " + section + "}");
        return Configuration.load(file, Map.of()).bind(IrcConfig.class, "plugins.irc");
    }

    private NetworkConfig network(String settings) throws IOException {
        var host = settings.contains("host:") ? "" : "host: irc.test, ";
        var nick = settings.contains("nick:") ? "" : "nick: bell, ";
        return read("{networks: {a: {" + host + nick + settings + "}}}")
                .networks()
                .orElseThrow()
                .values()
                .iterator()
                .next();
    }

    @Test
    void isAsTheGuideSaysIfNothingElseIsSaid() throws IOException {
        var network = network("");
        assertThat(network.port()).isEqualTo(6697);
        assertThat(network.tls()).isTrue();
        assertThat(network.channels()).isEmpty();
        assertThat(network.flood()).isEqualTo(new Flood(5, Duration.ofSeconds(1)));
        assertThat(network.lines()).isEqualTo(12);
        assertThat(network.whispers()).isEqualTo(Whispers.NOTICE);
        assertThat(network.formatting()).isTrue();
        assertThat(network.probe()).isEqualTo(Duration.ofSeconds(45));
        assertThat(network.reconnect()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void takesWhatMakesSense() throws IOException {
        assertThat(network("flood: {burst: 0}").flood().burst()).isZero();
        assertThat(network("account: bot, password: x").account()).contains("bot");
        assertThat(network("account: bot, password: x, tls: false, host: localhost")
                        .tls())
                .isFalse();
        assertThat(network("channels: [\"#ops\", \"#secret its-key\"]").channels())
                .isEqualTo(List.of("#ops", "#secret its-key"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            account: bot                             | account and password belong together
            password: x                              | account and password belong together
            account: bot, password: x, tls: false    | an account's password is sent over TLS only
            host: ' irc.test'                        | host must be a server's name
            port: 0                                  | port must be a number from 1 to 65535
            nick: 1bell                              | nick must begin with a letter
            nick: "bell QUIT"                        | nick must begin with a letter
            channels: [ops]                          | "ops" is no channel
            channels: ["#a,#b"]                      | "#a,#b" is no channel
            channels: ["#a key more"]                | "#a key more" is no channel
            flood: {burst: -1}                       | burst must be 0 or more
            flood: {interval: 0s}                    | interval more than nothing
            lines: 0                                 | lines must be at least 1
            probe: 0s                                | probe and reconnect must be more than nothing
            reconnect: 0s                            | probe and reconnect must be more than nothing
            """)
    void refusesWhatMakesNone(String settings, String why) {
        assertThatThrownBy(() -> network(settings)).hasMessageContaining(why);
    }

    @Test
    void takesNoNameThatCanNotBePartOfAnId() {
        for (var name : List.of("Libera", "a/b", "a b", "-a", "a@b")) {
            assertThatThrownBy(() -> read("{networks: {\"" + name + "\": {host: irc.test, nick: bell}}}"))
                    .hasMessageContaining("must be of small letters, digits and hyphens");
        }
    }
}
