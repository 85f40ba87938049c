package io.bellhop.core.choice;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.people.Belongings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The choices under what someone was answered. */
final class ChoiceBelongings implements Belongings {
    private final Offers offers;

    @Inject
    ChoiceBelongings(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String name() {
        return "choices";
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var theirs = offers.of(user).toCompletableFuture().join().stream()
                .flatMap(ChoiceBelongings::told)
                .toList();
        return theirs.isEmpty() ? Map.of() : Map.of("choices", theirs);
    }

    @Override
    public List<String> forget(UserId user) {
        int gone = offers.forget(user).toCompletableFuture().join();
        return gone == 0 ? List.of() : List.of("choices (" + gone + ")");
    }

    private static Stream<Map<String, String>> told(Offer offer) {
        return offer.options().stream().map(option -> told(offer, option.choice()));
    }

    private static Map<String, String> told(Offer offer, Choice choice) {
        return Map.of(
                "label", choice.label(),
                "command", choice.invocation(),
                "for", choice.isForEveryone() ? "everyone" : "you",
                "until", offer.until().toString());
    }
}
