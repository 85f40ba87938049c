package io.bellhop.plugins.code;

import io.bellhop.api.storage.KeyValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that forgets at once. */
final class NoValues implements KeyValue {
    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        return Optional.empty();
    }

    @Override
    public void put(String key, Object value) {}

    @Override
    public void put(String key, Object value, Duration life) {}

    @Override
    public boolean replace(String key, @Nullable Object expected, Object value) {
        return false;
    }

    @Override
    public boolean remove(String key) {
        return false;
    }

    @Override
    public List<String> keys(String prefix) {
        return List.of();
    }
}
