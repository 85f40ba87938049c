package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.discord.request.UnderWay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class UnderWayTest {
    private final UnderWay underWay = new UnderWay();

    @Test
    void failsWhatNobodyWillAnswerSoThatItIsTriedAgain() {
        var answer = underWay.follow(new CompletableFuture<String>()).toCompletableFuture();
        underWay.abandon();

        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        failure -> assertThat(failure.code()).isEqualTo("discord.unreachable"));
        assertThat(underWay.count()).isZero();
    }

    @Test
    void handsOnWhatIsAnswered() {
        var request = new CompletableFuture<String>();
        var answer = underWay.follow(request).toCompletableFuture();
        assertThat(underWay.count()).isEqualTo(1);
        request.complete("well");
        underWay.abandon();

        assertThat(answer).isCompletedWithValue("well");
        assertThat(underWay.count()).isZero();
    }
}
