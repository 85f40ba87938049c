/** Languages in sandboxes: a job becomes the steps that compile and run it. */
@NullMarked
package io.bellhop.plugins.code.engine.toolchain;

import org.jspecify.annotations.NullMarked;
