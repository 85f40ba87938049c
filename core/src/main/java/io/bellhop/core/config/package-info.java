/** The configuration file, environment and secret files, bound to records. */
@NullMarked
package io.bellhop.core.config;

import org.jspecify.annotations.NullMarked;
