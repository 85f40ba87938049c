/** Watches the folder into which the owner puts JARs. */
@NullMarked
package io.bellhop.core.plugin.watch;

import org.jspecify.annotations.NullMarked;
