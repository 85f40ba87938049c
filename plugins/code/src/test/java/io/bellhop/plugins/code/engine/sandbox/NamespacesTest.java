package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NamespacesTest {
    @Test
    void areNotPassedOverWhereTheyMustBeTried() {
        assertThat(Namespaces.arePossible(true, true)).isTrue();
        assertThatThrownBy(() -> Namespaces.arePossible(false, true))
                .hasMessageContaining("bubblewrap")
                .hasMessageContaining("sysctl");
    }

    @Test
    void arePassedOverElsewhere() {
        assertThat(Namespaces.arePossible(true, false)).isTrue();
        assertThat(Namespaces.arePossible(false, false)).isFalse();
    }
}
