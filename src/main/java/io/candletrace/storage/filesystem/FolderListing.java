package io.candletrace.storage.filesystem;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a folder as a listing: depth first, names in the order that their keys have, so that only the folders on the way are
 * read. What is no key, as a file that is being written, is not listed.
 *
 * @param root the store's folder
 */
record FolderListing(Path root) {
    List<Listed> after(String after, int limit) {
        var found = new ArrayList<Listed>();
        collect(root, "", after, limit, found);
        return found;
    }

    private void collect(Path folder, String prefix, String after, int limit, List<Listed> found) {
        for (var name : names(folder)) {
            var key = prefix + name;
            if (found.size() == limit) {
                return;
            }
            if (key.endsWith("/")) {
                if (key.compareTo(after) > 0 || after.startsWith(key)) {
                    collect(folder.resolve(name), key, after, limit, found);
                }
            } else if (key.compareTo(after) > 0 && ObjectKey.isValid(key)) {
                add(folder.resolve(name), key, found);
            }
        }
    }

    /** A folder's name sorts with its slash, as the keys below it do. */
    private static List<String> names(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.map(FolderListing::name)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return List.of();
        } catch (IOException unreadable) {
            throw unavailable(unreadable);
        }
    }

    private static String name(Path entry) {
        var name = entry.getName(entry.getNameCount() - 1).toString();
        return Files.isDirectory(entry) ? name + "/" : name;
    }

    private static void add(Path file, String key, List<Listed> found) {
        try {
            found.add(new Listed(key, Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException goneBetween) {
            // Another listing, or a deletion, is ahead of this one.
        } catch (IOException unreadable) {
            throw unavailable(unreadable);
        }
    }

    private static ServiceException unavailable(IOException cause) {
        return new ServiceException(
                FailureReason.STORE_UNAVAILABLE,
                "the object store could not list its folder ("
                        + cause.getClass().getSimpleName() + ")",
                cause);
    }
}
