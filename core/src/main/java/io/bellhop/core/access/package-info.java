/** Who may do what: owners from the configuration, everyone else by rank, closed when in doubt. */
@NullMarked
package io.bellhop.core.access;

import org.jspecify.annotations.NullMarked;
