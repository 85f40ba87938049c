/** What connectors share: the register of those that are running. */
@NullMarked
package io.bellhop.core.chat;

import org.jspecify.annotations.NullMarked;
