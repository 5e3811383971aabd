package org.homeward.testkit.mutation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies executable jars and puts other classes into them, also into the jars inside. */
final class JarPatch {
  private static final String OWN = "BOOT-INF/classes/";
  private static final String INSIDE = "BOOT-INF/lib/";

  private final String artifact;
  private final Map<String, byte[]> classes;

  private JarPatch(String artifact, Map<String, byte[]> classes) {
    this.artifact = artifact;
    this.classes = classes;
  }

  /** Copies every jar of a directory; returns the names of those in which a class is another. */
  static List<String> apply(Path jars, String artifact, Path overlay, Path target)
      throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(overlay).filter(Files::isRegularFile)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        classes.put(
            overlay.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    var patch = new JarPatch(artifact, classes);
    List<Path> all;
    try (Stream<Path> files = Files.list(jars)) {
      all = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    Files.createDirectories(target);
    List<String> changed = new ArrayList<>();
    for (Path jar : all) {
      String name = jar.getFileName().toString();
      try (var in = Files.newInputStream(jar);
          var out = Files.newOutputStream(target.resolve(name))) {
        String own = name.equals(artifact + ".jar") ? OWN : "-";
        if (patch.copy(in, out, own)) {
          changed.add(name);
        }
      }
    }
    return changed;
  }

  private boolean copy(InputStream in, OutputStream out, String prefix) throws IOException {
    boolean changed = false;
    var from = new ZipInputStream(in);
    var to = new ZipOutputStream(out);
    for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
      String name = entry.getName();
      byte[] content = from.readAllBytes();
      byte[] other = name.startsWith(prefix) ? classes.get(name.substring(prefix.length())) : null;
      if (other != null) {
        content = other;
        changed = true;
      } else if (isThatLibrary(name)) {
        var inner = new ByteArrayOutputStream();
        changed |= copy(new ByteArrayInputStream(content), inner, "");
        content = inner.toByteArray();
      }
      write(to, name, entry.getMethod(), content);
    }
    to.finish();
    return changed;
  }

  private boolean isThatLibrary(String name) {
    return name.startsWith(INSIDE + artifact + "-")
        && name.substring((INSIDE + artifact + "-").length()).matches("\\d.*\\.jar");
  }

  /** Nested jars must stay uncompressed, because the loader reads them in place. */
  private static void write(ZipOutputStream to, String name, int method, byte[] content)
      throws IOException {
    var entry = new ZipEntry(name);
    entry.setMethod(method);
    entry.setTime(0);
    if (method == ZipEntry.STORED) {
      var sum = new CRC32();
      sum.update(content);
      entry.setSize(content.length);
      entry.setCompressedSize(content.length);
      entry.setCrc(sum.getValue());
    }
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }
}
