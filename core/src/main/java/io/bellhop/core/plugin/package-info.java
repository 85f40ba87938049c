/** Plugins: checking, loading, upgrading and unloading them. The only package that knows PF4J. */
@NullMarked
package io.bellhop.core.plugin;

import org.jspecify.annotations.NullMarked;
