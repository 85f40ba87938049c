/** Programs of any language in sandboxes of their own: bubblewrap, a seccomp filter, limits. */
@NullMarked
package io.bellhop.plugins.code.engine.sandbox;

import org.jspecify.annotations.NullMarked;
