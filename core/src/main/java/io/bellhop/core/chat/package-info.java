/** What connectors share: showing text safely, and the register of connectors. */
@NullMarked
package io.bellhop.core.chat;

import org.jspecify.annotations.NullMarked;
