package io.bellhop.api.command;

/**
 * A fenced block of a message. A command's first parameter of this type gets the first block, the second the second.
 *
 * @param language what stands after the opening fence, in lower case; empty if nothing does
 * @param code what stands between the fences, without the last line break
 */
public record CodeBlock(String language, String code) {}
