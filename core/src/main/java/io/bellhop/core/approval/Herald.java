package io.bellhop.core.approval;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.AuditTrail;
import io.bellhop.core.audit.Deed;
import io.bellhop.core.journal.Asked;
import io.bellhop.core.journal.Journal;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells askers and the audit what becomes of petitions. Returns at once. */
final class Herald {
    private static final Logger log = LoggerFactory.getLogger(Herald.class);

    private final Journal journal;
    private final AuditTrail audit;

    @Inject
    Herald(Journal journal, AuditTrail audit) {
        this.journal = journal;
        this.audit = audit;
    }

    /** Who asked, when nothing but that is known of them. */
    private record Asker(UserId id, String name, boolean bot) implements User {}

    /** Answers the message that asked, as soon as the platform takes it. */
    void tell(Petition petition, Text what) {
        journal.tell(asked(petition), Content.of(what)).exceptionally(failure -> {
            log.warn("who asked for {} could not be told what became of it", petition.ref(), failure);
            return Receipt.of(petition.messageId());
        });
    }

    private static Asked asked(Petition petition) {
        return new Asked(
                petition.ref(),
                petition.asker(),
                petition.messageId(),
                false,
                petition.plugin(),
                petition.command(),
                "",
                0,
                Instant.ofEpochMilli(petition.asked()));
    }

    /** Takes down what the asker did, or what happened to what they asked. */
    void record(Petition petition, String outcome, String what) {
        record(petition, new Asker(petition.asker(), petition.name(), false), petition.place(), outcome, what);
    }

    /** Takes down what someone else did. */
    void record(Petition petition, User by, Channel where, String outcome, String what) {
        audit.record(new Deed(
                petition.ref(),
                Optional.of(by),
                Optional.of(where),
                petition.command(),
                petition.plugin(),
                "",
                outcome,
                what));
    }
}
