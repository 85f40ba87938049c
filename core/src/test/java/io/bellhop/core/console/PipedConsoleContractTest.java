package io.bellhop.core.console;

import io.bellhop.core.testkit.connector.ConnectorContract;
import io.bellhop.core.testkit.connector.Platform;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The console at the end of a pipe keeps the contract. */
class PipedConsoleContractTest extends ConnectorContract {
    @TempDir
    private Path home;

    @Override
    protected Platform platform() {
        return new PipedPlatform(home);
    }
}
