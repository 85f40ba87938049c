/** What a plugin remembers. */
@NullMarked
package io.bellhop.api.storage;

import org.jspecify.annotations.NullMarked;
