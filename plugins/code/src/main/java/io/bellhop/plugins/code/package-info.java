/** Runs code that people send. */
@NullMarked
package io.bellhop.plugins.code;

import org.jspecify.annotations.NullMarked;
