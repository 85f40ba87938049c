/** What goes to a Piston server and what comes back, in the words of its API, and what it means. */
@NullMarked
package io.bellhop.plugins.code.engine.piston.wire;

import org.jspecify.annotations.NullMarked;
