/** What runs programs: the contract that every engine keeps. */
@NullMarked
package io.bellhop.plugins.code.engine;

import org.jspecify.annotations.NullMarked;
