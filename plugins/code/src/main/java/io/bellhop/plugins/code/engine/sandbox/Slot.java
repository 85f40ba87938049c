package io.bellhop.plugins.code.engine.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one sandbox at a time has for itself on the host.
 *
 * @param number which one, from 0
 * @param uid the user that it runs as, where the bot runs as root
 * @param groups the folders of its control groups, where it has some
 */
public record Slot(int number, Optional<Integer> uid, List<Path> groups) {}
