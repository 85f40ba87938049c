package io.bellhop.core.app;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.Content;
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
        for (var owner : owners) {
            connectors.find(owner.connector()).ifPresent(connector -> whisper(connector, owner, sentence));
        }
    }

    private static void whisper(Connector connector, UserId owner, String sentence) {
        connector.whisper(owner, null, Content.of(sentence)).whenComplete((receipt, failure) -> {
            if (failure != null) {
                log.warn("the owner {} could not be told directly", owner, failure);
            }
        });
    }
}
