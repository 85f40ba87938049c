package io.bellhop.core.backup;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a home is worth keeping: all but logs, backups, and what the bot makes anew or needs only while it runs. */
final class HomeFiles {
    private static final Pattern PASSING = Pattern.compile("(logs|backups|before-restore-[^/]*|\\.restor(e-part|ing)"
            + "|data/(lock|\\.sqlite|plugin-copies|discord\\.(health|heard)"
            + "|[^/]*\\.db(-wal|-shm|-journal|\\.part|\\.before-upgrade)))"
            + "|(.*/)?\\.[^/]*\\.(new|part)");

    private HomeFiles() {}

    /** Lists the files, databases last and the core's last of all: it tells what plugins have been asked to do. */
    static List<Path> of(Path home, Path except) throws IOException {
        var files = new ArrayList<Path>();
        // links to folders are followed too: a home may be spread over disks
        Files.walkFileTree(
                home, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return isPassing(home, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        if (failure instanceof FileSystemLoopException || failure instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE; // a link that goes round; a file that has gone
                        }
                        throw failure;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && !isPassing(home, file) && !file.equals(except)) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.sort((a, b) -> {
            int order = Integer.compare(lateness(home, a), lateness(home, b));
            return order == 0 ? a.compareTo(b) : order;
        });
        return List.copyOf(files);
    }

    /** Tells whether a file or folder is no part of what is kept; one in such a folder is not asked about. */
    static boolean isPassing(Path home, Path file) {
        return PASSING.matcher(name(home, file)).matches();
    }

    /** Tells whether a name is that of a file that is kept. */
    static boolean isKept(String name) {
        for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
            if (PASSING.matcher(name.substring(0, end)).matches()) {
                return false;
            }
        }
        return !PASSING.matcher(name).matches();
    }

    static boolean isDatabase(Path home, Path file) {
        return name(home, file).matches("data/[^/]+\\.db");
    }

    static boolean isCore(Path home, Path file) {
        return name(home, file).equals("data/core.db");
    }

    /** Names a file as it is named everywhere, with slashes. */
    static String name(Path home, Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    private static int lateness(Path home, Path file) {
        if (!isDatabase(home, file)) {
            return 0;
        }
        return isCore(home, file) ? 2 : 1;
    }
}
