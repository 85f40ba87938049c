package io.bellhop.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that holds a plugin's section of {@code bellhop.yaml}. The component {@code memoryLimit} is the key
 * {@code plugins.ID.memory-limit} and the environment variable {@code BELLHOP_PLUGINS_ID_MEMORY_LIMIT}.
 *
 * <p>A component's type is a string, {@code int}, {@code long}, {@code double}, {@code boolean}, enum,
 * {@link java.time.Duration} (such as {@code 1m30s}), {@link java.net.URI}, {@link Secret}, a list of these, a map from
 * strings to these, another record, or an {@link java.util.Optional} of these. A component that is neither optional nor
 * has a default must be set. The record's own constructor may check values: the message of its
 * {@link IllegalArgumentException} is shown with file and line.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Config {}
