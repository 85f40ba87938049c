/** The connector to Discord: the only package that knows JDA. */
@NullMarked
package io.bellhop.core.discord;

import org.jspecify.annotations.NullMarked;
