/** What users were asked and have not answered: named things that survive a restart. */
@NullMarked
package io.bellhop.core.dialog;

import org.jspecify.annotations.NullMarked;
