package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.CheckUp;
import io.bellhop.api.plugin.CheckUp.Seen;
import io.bellhop.core.config.Configuration;
import io.bellhop.plugins.irc.server.FreePort;
import io.bellhop.plugins.irc.server.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of IRC networks. */
@Timeout(60)
class IrcCheckUpTest {
    @AutoClose
    private final Peer peer = new Peer();

    @TempDir
    private Path folder;

    @Test
    void saysThatANetworkAnswersWithoutShowingTheKeysOfItsChannels() throws Exception {
        var looking = looks("{ a: { host: 127.0.0.1, port: %d, tls: false, nick: bell, channels: [\"#ops its-key\"] } }"
                .formatted(peer.port()));
        peer.accepts().awaits("^CAP LS");
        peer.sends(":peer NOTICE * :*** Looking up your hostname").sends(":peer CAP * LS :sasl");
        assertThat(peer.next()).as("it does not come in").startsWith("QUIT");
        assertThat(looking.join()).singleElement().satisfies(seen -> {
            assertThat(seen.good()).isTrue();
            assertThat(seen.words())
                    .matches(
                            "a: 127\\.0\\.0\\.1:\\d+ without TLS answers in \\d+ ms; the nick is bell, the channels #ops");
        });
    }

    @Test
    void saysWhetherTheAccountIsTaken() throws Exception {
        var looking = looksWithAccount();
        offersLogIn();
        peer.sends(":peer 903 bell :in");
        assertThat(peer.next()).startsWith("QUIT");
        assertThat(looking.join())
                .singleElement()
                .satisfies(seen -> assertThat(seen.words()).contains("and takes the account bot;"));

        var refused = looksWithAccount();
        offersLogIn();
        peer.sends(":peer 904 bell :SASL authentication failed");
        assertBad(refused, "fails: the log-in to the account bot failed: SASL authentication failed;");
    }

    private CompletableFuture<List<Seen>> looksWithAccount() {
        return looks("{ a: { host: 127.0.0.1, port: %d, tls: false, nick: bell, account: bot, password: hunter2 } }"
                .formatted(peer.port()));
    }

    private void offersLogIn() {
        peer.accepts().awaits("^CAP LS");
        peer.sends(":peer CAP * LS :sasl").awaits("^CAP REQ ");
        peer.sends(":peer CAP bell ACK :sasl").awaits("^AUTHENTICATE PLAIN");
        peer.sends("AUTHENTICATE +").awaits("^AUTHENTICATE ");
    }

    @Test
    void saysWhatAServerLacksThatTheAccountNeeds() throws Exception {
        var looking = looksWithAccount();
        peer.accepts().awaits("^CAP LS");
        peer.sends(":peer 421 * CAP :Unknown command");
        assertBad(looking, "fails: the server offers no log-in by SASL, which account asks for;");
    }

    @Test
    void saysThatAServerCantBeReachedOrIsNotTheRightOne() throws Exception {
        assertBad(
                looks("{ a: { host: 127.0.0.1, port: %d, nick: bell } }".formatted(FreePort.next())),
                "with TLS fails: ");
        var looking = looks("{ a: { host: 127.0.0.1, port: %d, nick: bell } }".formatted(peer.port()));
        peer.accepts().sends("ERROR :this port speaks no TLS");
        assertBad(looking, "with TLS fails: ");
    }

    private static void assertBad(CompletableFuture<List<Seen>> looking, String words) {
        assertThat(looking.join()).singleElement().satisfies(seen -> {
            assertThat(seen.good()).isFalse();
            assertThat(seen.words()).contains(words);
        });
    }

    @Test
    void namesOwnersWhoCantBeAnybody() throws Exception {
        var looking = looks(
                "{ a: { host: 127.0.0.1, port: %d, tls: false, nick: bell } }".formatted(peer.port()),
                "a/ann",
                "a/Bob",
                "eve",
                "b/eve",
                "a/joe!joe@host");
        peer.accepts().sends(":peer CAP * LS :").awaits("^QUIT");
        assertThat(looking.join())
                .extracting(Seen::words)
                .filteredOn(words -> words.startsWith("the owner"))
                .containsExactlyInAnyOrder(
                        "the owner irc:a/Bob can't be anybody; accounts have small letters: irc:a/bob",
                        "the owner irc:eve is on no network that is set; write irc:NETWORK/ACCOUNT, with one of: a",
                        "the owner irc:b/eve is on no network that is set; write irc:NETWORK/ACCOUNT, with one of: a",
                        "the owner irc:a/joe!joe@host is a guest, as which anybody could come; write a services account");
    }

    @Test
    void saysNothingWithoutNetworks() {
        assertThat(looks("{}").join()).isEmpty();
    }

    @Test
    void isFoundByTheDoctor() {
        assertThat(ServiceLoader.load(CheckUp.class).stream().map(ServiceLoader.Provider::type))
                .contains(IrcCheckUp.class);
    }

    private CompletableFuture<List<Seen>> looks(String networks, String... owners) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Files.writeString(folder.resolve("bellhop.yaml"), "plugins: { irc: { networks: " + networks + " } }");
                return new IrcCheckUp().look(section(Set.of(owners)));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private CheckUp.Section section(Set<String> owners) {
        var configuration = Configuration.load(folder.resolve("bellhop.yaml"), Map.of());
        return new CheckUp.Section() {
            @Override
            public <T extends Record> T as(Class<T> type) {
                return configuration.bind(type, "plugins.irc");
            }

            @Override
            public Set<UserId> owners() {
                return owners.stream().map(id -> new UserId("irc", id)).collect(Collectors.toSet());
            }
        };
    }
}
