/** The engine that offers sandboxes: what it needs of the host, who gets a place, whether each layer holds. */
@NullMarked
package io.bellhop.plugins.code.engine.sandbox.host;

import org.jspecify.annotations.NullMarked;
