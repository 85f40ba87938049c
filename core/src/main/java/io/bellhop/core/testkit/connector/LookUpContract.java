package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What a connector knows of its platform, and what it does with what nobody knows. */
interface LookUpContract extends OnStage {
    /** Nobody's and nothing's name anywhere. */
    String UNKNOWN = "nothing of the sort";

    /** Who lives in a space of their own. */
    String HERMIT = "hermit";

    @Test
    default void findsPeopleByIdAndMention() throws Exception {
        var message = stage().hears(Person.ANN, "here");
        var ann = message.author().id();

        assertEquals(Optional.of(ann), stage().now(connector().user(ann.id())).map(User::id));
        assertEquals(Optional.of(ann), meant(ann.id(), message.channel()));
        assertEquals(Optional.of(ann), meant(stage().platform().mention(Person.ANN), message.channel()));
    }

    @Test
    default void findsByNameOnlyWhoIsInTheSpace() throws Exception {
        var elsewhere = stage().platform().settleElsewhere(HERMIT);
        assumeTrue(elsewhere.isPresent(), "this platform has but one space");
        stage().restart();
        var message = stage().hears(Person.ANN, "here");
        var name = stage().platform().name(Person.ANN);

        assertEquals(Optional.of(message.author().id()), meant(name, message.channel()));
        assertEquals(Optional.empty(), meant(HERMIT, message.channel()));
        assertTrue(stage().now(connector().named(HERMIT, elsewhere.get())).isPresent());
    }

    private Optional<UserId> meant(String reference, Channel where) {
        return stage().now(connector().user(reference, where)).map(User::id);
    }

    @Test
    default void findsMembersOfASpace() throws Exception {
        var message = stage().hears(Person.ANN, "here");
        var space = message.channel().space().orElseThrow().id();
        var ann = message.author().id();

        assertEquals(
                Optional.of(ann), stage().now(connector().member(ann, space)).map(User::id));
        var nobody = new UserId(connector().id(), UNKNOWN);
        assertEquals(Optional.empty(), stage().now(connector().member(nobody, space)));
    }

    @Test
    default void findsNobodyUnderANameThatNobodyHas() throws Exception {
        var here = stage().hears(Person.ANN, "here").channel();
        for (var name : List.of(UNKNOWN, "")) {
            assertEquals(Optional.empty(), stage().now(connector().user(name)));
            assertEquals(Optional.empty(), meant(name, here));
        }
    }

    @Test
    default void findsChannelsById() {
        var found = stage().now(connector().channel(lobby().id()));

        assertEquals(Optional.of(lobby()), found.map(Channel::id));
        assertEquals(Optional.empty(), stage().now(connector().channel(UNKNOWN)));
        assertEquals(Optional.empty(), stage().now(connector().channel("")));
    }

    @Test
    default void findsChannelsByTheirNameInTheirOwnSpaceOnly() throws Exception {
        var here = stage().hears(Person.ANN, "here").channel();

        assertEquals(
                Optional.of(lobby()),
                stage().now(connector().channel(here.name(), here)).map(Channel::id));
        assertEquals(Optional.empty(), stage().now(connector().channel(UNKNOWN, here)));
        var elsewhere = new SpaceId(connector().id(), UNKNOWN);
        assertEquals(Optional.empty(), stage().now(connector().channelNamed(here.name(), elsewhere)));
    }

    @Test
    default void readsBackWhatWasSaidNewestFirstOrNothing() throws Exception {
        stage().hears(Person.ANN, "first");
        stage().hears(Person.ANN, "second");

        var texts = stage().now(connector().history(lobby(), 2)).stream()
                .map(Message::text)
                .toList();
        assertEquals(stage().has(Capability.HISTORY) ? List.of("second", "first") : List.of(), texts);
    }

    @Test
    default void neverLosesWhatIsSentNowhere() {
        var nowhere = new ChannelId(connector().id(), UNKNOWN);
        neverLost(connector().say(nowhere, Content.of("lost")));
        neverLost(connector().reply(new MessageId(nowhere, UNKNOWN), Content.of("lost")));
    }

    @Test
    default void neverLosesWhatIsSentToNobody() throws Exception {
        var nobody = new UserId(connector().id(), UNKNOWN);
        neverLost(connector().whisper(nobody, null, Content.of("lost")));
        var cause = stage().hears(Person.ANN, "!secret").id();
        var told = stage().failure(connector().whisper(nobody, cause, Content.of("swordfish")));
        if (told.isPresent()) {
            var seen = stage().lobbySees();
            assertEquals(1, seen.size(), () -> "the channel should learn it once, but: " + seen);
            assertTrue(seen.stream().noneMatch(sight -> sight.text().contains("swordfish")), seen::toString);
        }
    }

    /** It fails, or it stands in the lobby: a platform may have one sheet of paper for all. */
    private void neverLost(CompletionStage<?> sent) {
        if (stage().failure(sent).isEmpty()) {
            var seen = stage().lobbySees();
            assertTrue(seen.stream().anyMatch(sight -> sight.text().contains("lost")), seen::toString);
        }
    }
}
