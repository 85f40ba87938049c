package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.core.testkit.connector.Sight.Kind;
import java.util.List;

/** What the parts of the contract share. */
interface OnStage {
    Stage stage();

    default Connector connector() {
        return stage().connector();
    }

    default ChannelId lobby() {
        return stage().platform().lobby();
    }

    /** The one thing that is seen, which says this among perhaps more. */
    static Sight only(List<Sight> seen, Kind kind, String text) {
        assertEquals(1, seen.size(), () -> "one thing should be seen, but: " + seen);
        var sight = seen.getFirst();
        assertEquals(kind, sight.kind(), sight::toString);
        assertTrue(sight.text().contains(text), () -> "\"" + text + "\" should be seen, but: " + sight);
        return sight;
    }
}
