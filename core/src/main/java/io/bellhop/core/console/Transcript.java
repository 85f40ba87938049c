package io.bellhop.core.console;

import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest messages of one channel, newest first: 100 of them, fewer when they are long. */
final class Transcript {
    private static final int MESSAGES = 100;
    private static final int CHARACTERS = 256 * 1024;

    private Deque<ConsoleMessage> messages = new ArrayDeque<>();

    void add(ConsoleMessage message) {
        messages.addFirst(message);
        trim();
    }

    List<Message> latest(int limit) {
        return messages.stream().limit(limit).<Message>map(message -> message).toList();
    }

    Optional<ConsoleMessage> latestBy(UserId author) {
        return messages.stream()
                .filter(message -> message.author().id().equals(author))
                .findFirst();
    }

    void replace(ConsoleMessage newer) {
        var replaced = new ArrayList<>(messages);
        replaced.replaceAll(message -> message.id().equals(newer.id()) ? newer : message);
        messages = new ArrayDeque<>(replaced);
        trim();
    }

    void remove(MessageId id) {
        messages.removeIf(message -> message.id().equals(id));
    }

    private void trim() {
        while (messages.size() > MESSAGES || (messages.size() > 1 && characters() > CHARACTERS)) {
            messages.removeLast();
        }
    }

    private long characters() {
        return messages.stream().mapToLong(message -> message.text().length()).sum();
    }
}
