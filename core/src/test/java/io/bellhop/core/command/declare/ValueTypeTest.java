package io.bellhop.core.command.declare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueTypeTest {
    @Test
    void namesAnAuthorsTypeInWords() {
        assertThat(new ValueType.Own("org.example.MemorySize", "parse").words()).isEqualTo("memory size");
        assertThat(new ValueType.Own("org.example.Dice$Roll", "parse").words()).isEqualTo("roll");
    }
}
