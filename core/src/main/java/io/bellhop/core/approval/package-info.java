/** Commands that run only when others have approved of them. */
@NullMarked
package io.bellhop.core.approval;

import org.jspecify.annotations.NullMarked;
