/** The languages of the sandbox, which are data: what each is called, and the commands that compile and run it. */
@NullMarked
package io.bellhop.plugins.code.language;

import org.jspecify.annotations.NullMarked;
