package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.util.Optional;

/**
 * What one sandbox at a time has for itself on the host.
 *
 * @param number which one, from 0
 * @param user the user that it runs as; if there is none it runs as the bot's
 * @param group its control group, where the bot may make some
 */
public record Slot(int number, Optional<HostUser> user, Optional<Group> group) {}
