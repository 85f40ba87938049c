/** What stands around a command's method: middlewares, approvals and the audit. */
@NullMarked
package io.bellhop.core.command.guard;

import org.jspecify.annotations.NullMarked;
