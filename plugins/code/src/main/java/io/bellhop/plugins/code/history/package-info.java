@NullMarked
package io.bellhop.plugins.code.history;

import org.jspecify.annotations.NullMarked;
