/** The kernel's limits on a sandbox as a whole, by control groups of either version, where the bot may make some. */
@NullMarked
package io.bellhop.plugins.code.engine.sandbox.cgroup;

import org.jspecify.annotations.NullMarked;
