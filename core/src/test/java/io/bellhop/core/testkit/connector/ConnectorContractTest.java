package io.bellhop.core.testkit.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectorContractTest {
    @Test
    void endsNoTestBeforeThatCanSayWhatItWaitedFor() {
        var limit = ConnectorContract.class.getAnnotation(Timeout.class).value();

        assertThat(Duration.ofSeconds(limit)).isGreaterThan(FaultsContract.LONGEST);
    }
}
