package io.bellhop.plugins.irc;

import io.bellhop.core.testkit.connector.ConnectorContract;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.plugins.irc.server.InspIrcd;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** IRC keeps the contract, on a real server: side by side, since it lets newcomers in only once a second. */
@Execution(ExecutionMode.CONCURRENT)
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
