/** What the bot and its plugins remember: databases, migrations, key-value stores. */
@NullMarked
package io.bellhop.core.storage;

import org.jspecify.annotations.NullMarked;
