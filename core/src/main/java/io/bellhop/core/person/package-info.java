/** The people whom the core keeps a record of: pseudonyms, and the keys without which nothing of it can be read. */
@NullMarked
package io.bellhop.core.person;

import org.jspecify.annotations.NullMarked;
