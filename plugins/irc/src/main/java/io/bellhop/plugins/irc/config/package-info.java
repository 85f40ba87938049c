/** The plugin's section of the configuration. */
@NullMarked
package io.bellhop.plugins.irc.config;

import org.jspecify.annotations.NullMarked;
