@NullMarked
package io.bellhop.plugins.scripts.store;

import org.jspecify.annotations.NullMarked;
