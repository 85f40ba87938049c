/** The composition root: the command line, the home, and the bot that stands on all features. */
@NullMarked
package io.bellhop.core.app;

import org.jspecify.annotations.NullMarked;
