/** A whole bot in a test, for plugin authors. */
@NullMarked
package io.bellhop.core.testkit;

import org.jspecify.annotations.NullMarked;
