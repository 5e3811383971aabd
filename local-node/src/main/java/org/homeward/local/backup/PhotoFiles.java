package org.homeward.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sealed bytes of photos, as each service keeps them: a directory for each photo. Those as they
 * came, and photos at which nobody has looked, are in no copy: a suspected abuse image must not be
 * in one. Photos of partners are in none either: the bridge fetches them again while it may.
 */
final class PhotoFiles {

  private static final String PHOTOS = "photos";
  private static final String OF_PARTNERS = "bridge";
  private static final String ORIGINAL = "-original";

  /** Lies beside a photo until somebody has looked. */
  private static final String VEILED = "-veiled";

  private static final String UNFINISHED = ".new";

  /** A disk and its system put other things beside them. */
  private static final Pattern OURS = Pattern.compile("[0-9a-z-]{1,64}");

  private PhotoFiles() {}

  /**
   * Copies those that are not there yet. One that is deleted meanwhile is left out: after a restore
   * its document ends again.
   */
  static void copy(Path from, Path to) throws IOException {
    for (Path service : foldersIn(from.resolve(PHOTOS))) {
      boolean ours = !String.valueOf(service.getFileName()).equals(OF_PARTNERS);
      for (Path photo : foldersIn(service)) {
        if (ours && isSeen(photo)) {
          copyPhoto(photo, to.resolve(from.relativize(photo)));
        }
      }
    }
  }

  private static boolean isSeen(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return !name.endsWith(ORIGINAL)
        && !name.endsWith(VEILED)
        && Files.notExists(folder.resolveSibling(name + VEILED));
  }

  private static void copyPhoto(Path from, Path to) throws IOException {
    NodeCopy.createDirectory(to);
    for (Path part : in(from)) {
      Path place = to.resolve(String.valueOf(part.getFileName()));
      if (Files.isRegularFile(part)
          && Files.notExists(place)
          && !part.toString().endsWith(UNFINISHED)) {
        try {
          NodeCopy.copyFile(part, place);
        } catch (NoSuchFileException deletedMeanwhile) {
          Files.deleteIfExists(place);
        }
      }
    }
  }

  private static List<Path> foldersIn(Path directory) throws IOException {
    return in(directory).stream()
        .filter(each -> OURS.matcher(String.valueOf(each.getFileName())).matches())
        .filter(Files::isDirectory)
        .toList();
  }

  private static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
