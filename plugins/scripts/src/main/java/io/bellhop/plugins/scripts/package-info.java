@NullMarked
package io.bellhop.plugins.scripts;

import org.jspecify.annotations.NullMarked;
