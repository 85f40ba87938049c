package io.bellhop.api.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's own store of named values, kept in its database, for what needs no table. Injected; safe for use from any
 * thread. Each call is a transaction of its own and is durable against the end of the process when it returns; the last
 * ones may be lost when the machine loses power.
 *
 * <p>A value is a string, a number, a boolean, an enum, a record of these, or a list or map in such a record. It is
 * kept as JSON. A field that a newer record has and the stored value lacks is null or zero; one that it lacks no longer
 * matters.
 *
 * <p>Every method throws {@link io.bellhop.api.error.BellhopException} with a code that begins with {@code storage.} if
 * the database can't be read or written.
 */
public interface KeyValue {
    /**
     * Reads a value.
     *
     * @param <T> what it is
     * @param key names it
     * @param type what it is
     * @return the value; empty if there is none, or it has expired
     * @throws IllegalArgumentException if the stored value is of another type
     */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * Stores a value until it is replaced or removed.
     *
     * @param key names it
     * @param value what to store
     */
    void put(String key, Object value);

    /**
     * Stores a value for a while.
     *
     * @param key names it
     * @param value what to store
     * @param life how long it can be read, by the bot's clock; more than zero
     */
    void put(String key, Object value, Duration life);

    /**
     * Stores a value if nobody has changed it meanwhile: compare and set. An expiry is lifted.
     *
     * @param key names it
     * @param expected what must be stored now; null if there must be nothing
     * @param value what to store
     * @return true if it was stored
     */
    boolean replace(String key, @Nullable Object expected, Object value);

    /**
     * Removes a value.
     *
     * @param key names it
     * @return true if there was one
     */
    boolean remove(String key);

    /**
     * Lists the keys that begin in a certain way.
     *
     * @param prefix how they begin; empty for all
     * @return the keys, sorted
     */
    List<String> keys(String prefix);
}
