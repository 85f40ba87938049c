package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertFalse;
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

    /**
     * What is seen, as the one thing that it is meant to be; it says this among perhaps more. Where a message is but a
     * line, it may be several.
     */
    static Sight only(List<Sight> seen, Kind kind, String text) {
        assertFalse(seen.isEmpty(), "something should be seen, but there is nothing");
        var all = seen.stream().reduce(Sight::and).orElseThrow();
        assertTrue(seen.stream().allMatch(sight -> sight.kind() == kind), seen::toString);
        assertTrue(kind == Kind.MESSAGE || seen.size() == 1, () -> "it should be seen once, but: " + seen);
        assertTrue(all.text().contains(text), () -> "\"" + text + "\" should be seen, but: " + seen);
        return all;
    }
}
