/** Shows what can be asked for, and how. */
@NullMarked
package io.bellhop.plugins.help;

import org.jspecify.annotations.NullMarked;
