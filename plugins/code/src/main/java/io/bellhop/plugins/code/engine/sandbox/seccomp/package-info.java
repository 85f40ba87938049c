/** Which system calls programs may make: a filter that the kernel runs. Its source is {@code src/main/seccomp}. */
@NullMarked
package io.bellhop.plugins.code.engine.sandbox.seccomp;

import org.jspecify.annotations.NullMarked;
