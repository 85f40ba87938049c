package io.bellhop.core.discord;

import io.bellhop.core.testkit.connector.ConnectorContract;
import io.bellhop.core.testkit.connector.Platform;
import java.io.IOException;

/** Discord keeps the contract. */
class DiscordContractTest extends ConnectorContract {
    @Override
    protected Platform platform() throws IOException {
        return new DiscordPlatform();
    }
}
