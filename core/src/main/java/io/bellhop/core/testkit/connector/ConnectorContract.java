package io.bellhop.core.testkit.connector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every connector does. Its author extends this with a class that makes the {@link Platform}; JUnit runs all the
 * behaviours against it. A capability that is absent is no excuse: then its declared degradation is asserted. What a
 * platform can't let happen ({@link Platform#troubles}) is skipped, and shown as skipped.
 *
 * <pre>{@code
 * class PigeonContractTest extends ConnectorContract {
 *     @Override
 *     protected Platform platform() throws Exception {
 *         return new Loft();
 *     }
 * }
 * }</pre>
 */
@Timeout(120)
public abstract class ConnectorContract
        implements HearingContract,
                VerbsContract,
                LookUpContract,
                OrderContract,
                SafetyContract,
                ChoicesContract,
                FaultsContract {
    private Stage stage;

    /** Makes a contract without a platform yet. */
    @SuppressWarnings("NullAway.Init") // by open()
    protected ConnectorContract() {}

    /**
     * Makes a platform for one test.
     *
     * @return the platform; the contract closes it after the test
     * @throws Exception if it can't be made
     */
    protected abstract Platform platform() throws Exception;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open(platform());
    }

    @AfterEach
    void close() throws Exception {
        if (stage != null) {
            stage.close();
        }
    }

    @Override
    public final Stage stage() {
        return stage;
    }
}
