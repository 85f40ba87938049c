/** What can be picked: the choices under messages, kept until they are picked or expire, also over a restart. */
@NullMarked
package io.bellhop.core.choice;

import org.jspecify.annotations.NullMarked;
