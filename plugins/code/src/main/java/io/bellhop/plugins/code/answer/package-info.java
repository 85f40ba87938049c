/** How a run is told to whoever asked for it. */
@NullMarked
package io.bellhop.plugins.code.answer;

import org.jspecify.annotations.NullMarked;
