package io.bellhop.core.journal;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.core.people.Belongings;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the journal keeps about someone: their commands that are under way, and replies that are not sent yet. */
public final class JournalBelongings implements Belongings {
    private final Journal journal;

    @Inject
    JournalBelongings(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var rows = owed(user).stream().map(JournalBelongings::row).toList();
        return rows.isEmpty() ? Map.of() : Map.of("what is under way", rows);
    }

    @Override
    public List<String> forget(UserId user) {
        int rows = owed(user).size();
        journal.forget(user).toCompletableFuture().join();
        return rows == 0 ? List.of() : List.of("what was under way (" + rows + ")");
    }

    /** The wish itself is under way as well, and ends with its answer. */
    private List<Journal.Owed> owed(UserId user) {
        return journal.of(user).stream()
                .filter(owed ->
                        owed.reply().isPresent() || !owed.asked().command().startsWith("forget "))
                .toList();
    }

    private static Map<String, Object> row(Journal.Owed owed) {
        var row = new LinkedHashMap<String, Object>();
        row.put("ref", owed.asked().ref());
        row.put("time", owed.asked().time().toString());
        row.put("channel", owed.asked().message().channel().id());
        if (!owed.asked().line().isEmpty()) {
            row.put("written", owed.asked().line());
        }
        owed.reply().ifPresent(reply -> row.put("reply", new PlainText(Style.PLAIN).of(reply, PlainText::note)));
        return row;
    }
}
