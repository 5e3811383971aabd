package org.homeward.pictures.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.net.protocol.Handlers;

/** Where the class path of a child is found when the service runs from one jar. */
class ChildClassPathIT {

  @TempDir Path directory;

  @BeforeAll
  static void openJarsInJars() {
    Handlers.register(); // as the start of a service's jar does
  }

  @Test
  void aJarInsideAJarIsCopiedOut() throws IOException {
    byte[] inner = Files.readAllBytes(jarWith("codes.txt", new byte[] {1, 2, 3}));
    Path service = jarWith("BOOT-INF/lib/codes-1.jar", inner);
    Path copies = directory.resolve("copies");

    Path copy = new ChildClassPath(copies).place(inside(service, "BOOT-INF/lib/codes-1.jar"));

    assertThat(copy).isEqualTo(copies.resolve("codes-1.jar")).hasBinaryContent(inner);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copies)))
        .isEqualTo("rwx------");
  }

  @Test
  void aPlainJarStaysWhereItIs() throws IOException {
    Path jar = Files.createFile(directory.resolve("plain.jar"));

    assertThat(new ChildClassPath(directory.resolve("copies")).place(jar.toUri().toURL()))
        .isEqualTo(jar.toAbsolutePath());
  }

  private Path jarWith(String name, byte[] content) throws IOException {
    Path file = Files.createTempFile(directory, "service", ".jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      var entry = new JarEntry(name);
      var sum = new CRC32();
      sum.update(content);
      entry.setMethod(JarEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
      jar.putNextEntry(entry);
      jar.write(content);
    }
    return file;
  }

  private static URL inside(Path service, String name) throws IOException {
    return URI.create("jar:nested:" + service.toAbsolutePath() + "/!" + name + "!/").toURL();
  }
}
