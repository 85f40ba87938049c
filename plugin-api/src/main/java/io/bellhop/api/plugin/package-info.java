/** A plugin's life, its configuration and what it is given. */
@NullMarked
package io.bellhop.api.plugin;

import org.jspecify.annotations.NullMarked;
