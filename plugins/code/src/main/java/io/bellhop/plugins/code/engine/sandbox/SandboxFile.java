package io.bellhop.plugins.code.engine.sandbox;

/**
 * A file that goes into a sandbox or came out of it.
 *
 * @param name its path below the folder that it is put into or was found in
 * @param content what it holds
 * @param executable whether it may be run
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and large
public record SandboxFile(String name, byte[] content, boolean executable) {}
