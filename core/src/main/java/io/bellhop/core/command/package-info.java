/**
 * From a message to an invocation and its reply. Each package below knows only those before it: {@code declare} and
 * {@code parse} (what a command is), {@code settings}, {@code register} (which there are), {@code suggest},
 * {@code reply}, {@code guard}, {@code ask}, {@code run} and {@code admission}; this one binds them together for the
 * rest of the core.
 */
@NullMarked
package io.bellhop.core.command;

import org.jspecify.annotations.NullMarked;
