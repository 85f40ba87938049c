@NullMarked
package io.bellhop.plugins.scripts.alias;

import org.jspecify.annotations.NullMarked;
