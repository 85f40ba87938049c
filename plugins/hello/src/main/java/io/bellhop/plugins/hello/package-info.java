/** Greets: the plugin to copy. */
@NullMarked
package io.bellhop.plugins.hello;

import org.jspecify.annotations.NullMarked;
