/** One plugin's life: its injector, its start and its end. */
@NullMarked
package io.bellhop.core.plugin.run;

import org.jspecify.annotations.NullMarked;
