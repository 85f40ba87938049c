/** How a sandbox is made: what bubblewrap is told, and as whom it runs. */
@NullMarked
package io.bellhop.plugins.code.engine.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
