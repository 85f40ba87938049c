package io.bellhop.core.command.run;

import io.bellhop.api.chat.MessageId;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;

/** The last messages that were added, so many that an edit still finds its own. */
final class Recent extends AbstractSet<MessageId> {
    private static final int MOST = 10_000;

    private final LinkedHashSet<MessageId> messages = new LinkedHashSet<>();

    @Override
    public boolean add(MessageId message) {
        boolean isNew = messages.add(message);
        if (messages.size() > MOST) {
            messages.removeFirst();
        }
        return isNew;
    }

    @Override
    public boolean contains(Object message) {
        return messages.contains(message);
    }

    @Override
    public Iterator<MessageId> iterator() {
        return messages.iterator();
    }

    @Override
    public int size() {
        return messages.size();
    }
}
