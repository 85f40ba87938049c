/**
 * Content as lines of text, for connectors to platforms without markup, cards or buttons, with every character in
 * sight.
 */
@NullMarked
package io.bellhop.api.chat.plain;

import org.jspecify.annotations.NullMarked;
