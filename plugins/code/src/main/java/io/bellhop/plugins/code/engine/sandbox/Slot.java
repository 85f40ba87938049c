package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.util.Optional;

/**
 * What one sandbox at a time has for itself on the host.
 *
 * @param number which one, from 0
 * @param uid the user that it runs as, where the bot runs as root
 * @param group its control group, where the bot may make some
 */
public record Slot(int number, Optional<Integer> uid, Optional<Group> group) {}
