package io.bellhop.plugins.code.engine.sandbox.host;

/**
 * Why no sandbox can be made here.
 *
 * @param what what is in the way
 * @param remedy what the owner can do about it
 */
public record Obstacle(String what, String remedy) {
    @Override
    public String toString() {
        return what + ". " + remedy;
    }
}
