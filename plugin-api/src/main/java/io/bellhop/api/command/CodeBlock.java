package io.bellhop.api.command;

/**
 * A fenced block of a message. A command's first parameter of this type gets the first block, the second the second.
 * Where one must be given and the message has none, its first file is taken for it (text in UTF-8 of at most 256 KiB,
 * which then is no attachment any more), or else what the message that it replies to has.
 *
 * @param language what stands after the opening fence, or the ending of the file's name, in lower case; empty if
 *     nothing does
 * @param code what stands between the fences, without the last line break
 */
public record CodeBlock(String language, String code) {}
