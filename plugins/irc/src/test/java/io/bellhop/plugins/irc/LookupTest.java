package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.session.Network;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LookupTest {
    private final Lookup lookup = new Lookup(() -> List.of(network("one", "bell"), network("two", "butler")));

    private static Network network(String name, String nick) {
        return new Network(
                name,
                Configured.network(1, nick),
                (_, _) -> CompletableFuture.completedStage(null),
                new Random(1),
                System::nanoTime);
    }

    @Test
    void findsAConversationByItsIdAsLongAsTheAccountMayComeBack() {
        var direct = Ids.direct("one", "ann");

        assertThat(lookup.channel(direct.id())).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo(direct);
            assertThat(found.name()).isEqualTo("ann");
        });
        assertThat(lookup.channel("one/@nobody!x@host"))
                .as("a guest who is not there")
                .isEmpty();
        assertThat(lookup.channel("three/@ann")).as("no such network").isEmpty();
    }

    @Test
    void findsNoGuestInAnAccount() {
        assertThat(lookup.user("one/ann"))
                .hasValueSatisfying(ann -> assertThat(ann.guest()).isFalse());
        assertThat(new IrcUser(Ids.user("one", "ann!a@host"), "ann", false, Optional.empty()).guest())
                .isTrue();
    }

    @Test
    void isAddressedOnlyByTheNickThatItHasOnThatNetwork() {
        assertThat(lookup.addressed("Bell: ping", Ids.channel("one", "#ops"))).contains("ping");
        assertThat(lookup.addressed("butler, ping", Ids.channel("one", "#ops"))).isEmpty();
        assertThat(lookup.addressed("butler, ping", Ids.direct("two", "ann"))).contains("ping");
        assertThat(lookup.addressed("bell: ping", Ids.channel("two", "#ops"))).isEmpty();
        assertThat(lookup.addressed("bell: ping", Ids.channel("three", "#ops"))).isEmpty();
        assertThat(lookup.addressed("bell", Ids.channel("one", "#ops"))).isEmpty();
    }
}
