package io.bellhop.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.plugin.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    @Test
    void masksKnownSecretsTheLongestFirst() {
        Redaction.add(new Secret("correct-horse"));
        Redaction.add(new Secret("correct-horse-battery"));
        assertThat(Redaction.of("a correct-horse-battery b correct-horse")).isEqualTo("a *** b ***");
    }

    @Test
    void doesNotMaskByVeryShortSecrets() {
        Redaction.add(new Secret("e"));
        assertThat(Redaction.of("every letter")).isEqualTo("every letter");
    }

    @Test
    void masksWhatLooksLikeADiscordToken() {
        String token = "MTk4NjIyNDgzNDcxOTI1MjQ4" + ".Cl2FMQ." + "ZnCjm1XVW7vRze4b7Cq4se7kKWs";
        assertThat(Redaction.of("login with " + token + " failed")).isEqualTo("login with *** failed");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization: Bot abc.def, Authorization: ***",
        "{\"authorization\":\"Bearer abc\"}, {\"authorization\":\"***\"}",
        "x-honeycomb-team=abc, x-honeycomb-team=***",
        "password=abc&user=me, password=***&user=me",
        "{\"token\":\"abc\"}, {\"token\":***}",
        "postgres://me:abc@host/db, postgres://me:***@host/db",
    })
    void masksCredentialsByTheirNames(String written, String masked) {
        assertThat(Redaction.of(written)).isEqualTo(masked);
    }

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "code 1.2.3: loaded in 12 ms, unexpected token: } at https://example.org:8080/x";
        assertThat(Redaction.of(text)).isEqualTo(text);
    }
}
