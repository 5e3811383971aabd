package org.homeward.pictures.reading;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.durable.store.DurableFile;
import org.homeward.pictures.Reading;

/**
 * The jars that the child process needs, and no others. Where they lie inside the jar of a service,
 * which a plain JVM can't open, it copies them out.
 */
final class ChildClassPath {
  /** One class of each jar. A test starts a child with these alone, so none is forgotten. */
  private static final List<String> ANCHORS =
      List.of(
          Reading.class.getName(),
          "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader",
          "com.twelvemonkeys.imageio.plugins.webp.WebPImageReader",
          "com.twelvemonkeys.imageio.metadata.Directory",
          "com.twelvemonkeys.imageio.ImageReaderBase",
          "com.twelvemonkeys.image.ImageUtil",
          "com.twelvemonkeys.io.FileUtil",
          "com.twelvemonkeys.lang.StringUtil",
          "com.drew.metadata.exif.ExifReader",
          "com.adobe.internal.xmp.XMPMeta",
          "com.dylibso.chicory.runtime.Instance",
          "com.dylibso.chicory.wasm.Parser");

  /** Remains of a start that crashed are older than this at the next one. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private final Path copies;

  /**
   * @param copies a directory for copies of jars, which only this user may enter
   */
  ChildClassPath(Path copies) {
    this.copies = copies;
  }

  /** As the option {@code -cp} has it. */
  String find() throws IOException {
    Set<Path> places = new TreeSet<>();
    for (String anchor : ANCHORS) {
      places.add(place(locationOf(anchor)));
    }
    sweep(places);
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static URL locationOf(String anchor) {
    try {
      Class<?> type = Class.forName(anchor, false, ChildClassPath.class.getClassLoader());
      return type.getProtectionDomain().getCodeSource().getLocation();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a jar is missing: the one with " + anchor, e);
    }
  }

  /** The jar or directory at this address, or a copy of it. */
  Path place(URL location) throws IOException {
    URL jar =
        location.getProtocol().equals("jar")
            ? ((JarURLConnection) location.openConnection()).getJarFileURL()
            : location;
    return jar.getProtocol().equals("file") ? file(jar) : copied(jar);
  }

  private static Path file(URL url) throws IOException {
    try {
      URI uri = url.toURI();
      return Path.of(uri).toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private Path copied(URL jar) throws IOException {
    Files.createDirectories(
        copies, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path copy = copies.resolve(jar.getPath().replaceFirst(".*/", "")).toAbsolutePath();
    try (InputStream in = jar.openStream()) {
      DurableFile.replace(copy, in.readAllBytes());
    }
    return copy;
  }

  /** Jars of an earlier build go, and what a crash left. */
  private void sweep(Set<Path> needed) throws IOException {
    Path newest = needed.stream().filter(this::isCopy).findFirst().orElse(null);
    if (newest == null) {
      return;
    }
    FileTime longAgo =
        FileTime.from(Files.getLastModifiedTime(newest).toInstant().minus(LEFT_BEHIND));
    try (Stream<Path> all = Files.list(copies.toAbsolutePath())) {
      for (Path file : all.filter(path -> !needed.contains(path)).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(longAgo) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private boolean isCopy(Path place) {
    return place.startsWith(copies.toAbsolutePath());
  }
}
