package io.bellhop.core.command;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Suggests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Commands whose arguments are completed, well and badly. */
@SuppressWarnings("DoNotCallSuggester") // failing is what some of them are for
final class SuggestingCommands {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final CountDownLatch never = new CountDownLatch(1);

    enum Colour {
        RED,
        GREEN,
        DARK_RED
    }

    @Command(name = "feed", help = "Feeds.")
    String feed(@Arg(help = "whom") String animal, Colour colour, List<String> guests) {
        return animal + colour + guests;
    }

    @Command(name = "cage", help = "Locks up.", rank = Rank.MODERATOR)
    String cage(String animal, int number, String slow, String broken) {
        return animal + number + slow + broken;
    }

    @Suggests(
            command = {"feed", "cage"},
            parameter = "animal")
    List<String> animals() {
        return List.of("a cat", "Cat", "caracal", "dog");
    }

    @Suggests(command = "feed", parameter = "guests")
    List<String> guests(Channel channel, String typed, User user) {
        return List.of(user.name() + "-" + typed + "-" + channel.name(), "Bob");
    }

    @Suggests(command = "cage", parameter = "number")
    List<String> numbers() {
        var numbers = new ArrayList<>(
                IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList());
        numbers.add(null);
        numbers.add("  ");
        return numbers;
    }

    @Suggests(command = "cage", parameter = "slow")
    List<String> slow() throws InterruptedException {
        asked.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        return List.of("late");
    }

    @Suggests(command = "cage", parameter = "broken")
    List<String> broken() {
        throw new IllegalStateException("no animals");
    }
}
