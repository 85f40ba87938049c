/** What somebody asks to have run: from a message's blocks, files and flags to a job's parts and limits. */
@NullMarked
package io.bellhop.plugins.code.request;

import org.jspecify.annotations.NullMarked;
