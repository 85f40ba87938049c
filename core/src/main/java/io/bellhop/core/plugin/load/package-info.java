/** The classes of plugins: PF4J, given the class loaders that show a plugin what it may see. */
@NullMarked
package io.bellhop.core.plugin.load;

import org.jspecify.annotations.NullMarked;
