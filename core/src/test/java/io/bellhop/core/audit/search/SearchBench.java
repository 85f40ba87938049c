package io.bellhop.core.audit.search;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.AuditRoom;
import io.bellhop.core.person.Persons;
import java.util.List;

/** What {@code !audit -user} does, for measuring. */
public final class SearchBench {
    private static final int PAGE = 11;

    private final AuditRoom room;

    public SearchBench(AuditRoom room) {
        this.room = room;
    }

    /** Finds someone's newest rows and reads them. */
    public List<Entry> byUser(String name) {
        var person = room.part(Persons.class).find(new UserId("test", name)).orElseThrow();
        return room.part(AuditSearch.class).find(Query.ofPerson(person.pseudonym()), PAGE);
    }
}
