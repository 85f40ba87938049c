// expect: exit 1 / memory
// layer: the JVM itself, or memory cap
// memory: 400
import java.util.ArrayList;

class Main {
    public static void main(String[] args) {
        var held = new ArrayList<byte[]>();
        while (true) {
            held.add(new byte[1 << 20]);
        }
    }
}
