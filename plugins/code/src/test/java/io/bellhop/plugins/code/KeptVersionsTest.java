package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.storage.KeyValue;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class KeptVersionsTest {
    private final KeptVersions versions = new KeptVersions(broken());

    @Test
    void knowsNothingWhereTheDatabaseCanNotBeReached() {
        assertThat(versions.find("python3")).isEmpty();
        assertThatCode(() -> versions.note("python3", "3.12")).doesNotThrowAnyException();
    }

    private static KeyValue broken() {
        return (KeyValue)
                Proxy.newProxyInstance(KeyValue.class.getClassLoader(), new Class<?>[] {KeyValue.class}, (_, _, _) -> {
                    throw BellhopException.user("storage.failed", "The database failed.");
                });
    }
}
