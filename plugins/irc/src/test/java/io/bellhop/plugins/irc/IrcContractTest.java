package io.bellhop.plugins.irc;

import io.bellhop.core.testkit.connector.ConnectorContract;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.plugins.irc.server.InspIrcd;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** IRC keeps the contract, on a real server. */
class IrcContractTest extends ConnectorContract {
    private static InspIrcd server;

    @BeforeAll
    static void startServer() {
        server = InspIrcd.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected Platform platform() throws IOException {
        return new IrcPlatform(server);
    }
}
