package io.bellhop.core.testkit;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How a platform in memory answers who looks something up. Safe for use from any thread. */
final class FakeLookUps {
    private final FakePeople people;
    private volatile Supplier<CompletionStage<Boolean>> knows = () -> CompletableFuture.completedStage(true);

    FakeLookUps(FakePeople people) {
        this.people = people;
    }

    void answer(Supplier<CompletionStage<Boolean>> how) {
        knows = how;
    }

    CompletionStage<Optional<User>> user(String reference) {
        return find(() -> people.identified(unmarked("@", reference)));
    }

    CompletionStage<Optional<User>> named(String name, SpaceId space) {
        return find(() -> people.called(unmarked("@", name), space));
    }

    CompletionStage<Optional<User>> member(UserId user, SpaceId space) {
        return find(() -> Optional.of(people.member(user, space)));
    }

    CompletionStage<Optional<Channel>> channel(String reference) {
        return find(() -> Optional.of(unmarked("#", reference))
                .filter(name -> !name.isBlank())
                .map(name -> FakePlaces.channel(new ChannelId(FakeConnector.ID, name))));
    }

    CompletionStage<Optional<Channel>> channelNamed(String name, SpaceId space) {
        return find(() -> FakePlaces.named(name, space));
    }

    private static String unmarked(String mark, String reference) {
        return reference.startsWith(mark) ? reference.substring(1) : reference;
    }

    private <T> CompletionStage<Optional<T>> find(Supplier<Optional<T>> found) {
        return knows.get().thenApply(known -> known ? found.get() : Optional.empty());
    }
}
