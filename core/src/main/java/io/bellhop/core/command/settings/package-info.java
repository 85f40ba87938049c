/** What is set for commands: their prefix, their language, where they are answered, and which are disabled. */
@NullMarked
package io.bellhop.core.command.settings;

import org.jspecify.annotations.NullMarked;
