/** Reads what a JAR says of itself, without running any of it. */
@NullMarked
package io.bellhop.core.plugin.inspect;

import org.jspecify.annotations.NullMarked;
