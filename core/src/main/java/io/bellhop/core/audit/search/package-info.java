/** The audit as people read it: searched, shown, exported. */
@NullMarked
package io.bellhop.core.audit.search;

import org.jspecify.annotations.NullMarked;
