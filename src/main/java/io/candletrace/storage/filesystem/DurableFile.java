package io.candletrace.storage.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all, whatever happens to the process or the machine.
 *
 * @param root the store's folder
 * @param name the file's path in it; folders are made as needed
 */
record DurableFile(Path root, Path name) {
    void write(byte[] content) throws IOException {
        var path = root.resolve(name);
        var folder = path.resolveSibling("");
        Files.createDirectories(folder);
        var aside = Files.createTempFile(folder, ".", ".tmp");
        try {
            writeForced(aside, content);
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        forceFolders();
    }

    private static void writeForced(Path path, byte[] content) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** A new name is on disk once the folders that lead to it are. */
    private void forceFolders() throws IOException {
        force(root);
        for (int depth = 1; depth < name.getNameCount(); depth++) {
            force(root.resolve(name.subpath(0, depth)));
        }
    }

    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
