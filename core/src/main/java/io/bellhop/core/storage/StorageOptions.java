package io.bellhop.core.storage;

import java.nio.file.Path;

/**
 * Where what is remembered is kept.
 *
 * @param folder holds one database file for the core and one for each plugin
 */
public record StorageOptions(Path folder) {}
