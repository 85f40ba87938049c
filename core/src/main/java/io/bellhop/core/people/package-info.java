/** What is kept about people, and how it is shown to them and forgotten: {@code !export me}, {@code !forget me}. */
@NullMarked
package io.bellhop.core.people;

import org.jspecify.annotations.NullMarked;
