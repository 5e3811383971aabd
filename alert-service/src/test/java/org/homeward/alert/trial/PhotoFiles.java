package org.homeward.alert.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a photo that the service keeps while desks or the public may see it. */
public final class PhotoFiles {

  private PhotoFiles() {}

  public static List<Path> of(TrialNode node, String link) {
    Path photos = node.directory().resolve("data").resolve("photos").resolve("alert");
    return Stream.of(link, link + "-original")
        .flatMap(folder -> in(photos.resolve(folder)).stream())
        .toList();
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
