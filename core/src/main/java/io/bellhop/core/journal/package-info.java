/** What is owed to users, kept so that nothing is lost when the bot ends without warning. */
@NullMarked
package io.bellhop.core.journal;

import org.jspecify.annotations.NullMarked;
