package org.homeward.testkit.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A compiled copy of the project. */
final class ProjectCopy {
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".homeward", "node_modules");
  private static final String CLASS_PATH = "target/tests.classpath";
  private static final String LIST_CLASS_PATH =
      "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";

  private final Path root;
  private final Path copy;
  private final Map<String, StandardJavaFileManager> files = new HashMap<>();

  ProjectCopy(Path root, Path copy) {
    this.root = root;
    this.copy = copy;
  }

  /** Every file of a project except build output and state. */
  static Stream<Path> filesOf(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            boolean out =
                !path.equals(directory) && LEFT_OUT.contains(path.getFileName().toString());
            return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files.stream();
  }

  Path directory(String module) {
    return copy.resolve(module);
  }

  /** Copies changed files and deletes removed ones. */
  void bringUpToDate() throws IOException {
    Files.createDirectories(copy);
    Set<Path> wanted = new LinkedHashSet<>();
    try (Stream<Path> files = filesOf(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = copy.resolve(root.relativize(file));
        wanted.add(to);
        if (!isSame(file, to)) {
          Files.createDirectories(to.getParent());
          Files.copy(
              file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    try (Stream<Path> files = filesOf(copy)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!wanted.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isSame(Path file, Path other) throws IOException {
    return Files.exists(other)
        && Files.size(file) == Files.size(other)
        && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(other));
  }

  /** Compiles modules, their tests and all they stand on; false when that fails. */
  boolean build(Collection<String> modules, List<String> prefix, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("./mvnw", "-q", "-B", "-ntp", "-Dfast", "-am"));
    command.addAll(List.of("-pl", String.join(",", modules)));
    command.addAll(List.of("test-compile", LIST_CLASS_PATH, "-Dmdep.includeScope=test"));
    command.add("-Dmdep.outputFile=" + CLASS_PATH);
    var maven = new ProcessBuilder(command).directory(copy.toFile()).redirectErrorStream(true);
    return maven.redirectOutput(log.toFile()).start().waitFor() == 0;
  }

  /** The class path and settings for the tests of a module. */
  List<String> classPath(String module) throws IOException {
    Path directory = directory(module);
    List<String> path = new ArrayList<>();
    path.add(directory.resolve("target/test-classes").toString());
    path.add(directory.resolve("target/classes").toString());
    String rest = Files.readString(directory.resolve(CLASS_PATH)).strip();
    path.addAll(List.of(rest.split(File.pathSeparator)));
    return path;
  }

  /** Finds what the sources of a module need; it is kept, because to open all jars takes long. */
  StandardJavaFileManager files(String module) throws IOException {
    StandardJavaFileManager known = files.get(module);
    if (known == null) {
      known = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
      known.setLocationFromPaths(
          StandardLocation.CLASS_PATH, classPath(module).stream().map(Path::of).toList());
      files.put(module, known);
    }
    return known;
  }

  /** Changes with any source or resource of a module, its tests included. */
  String fingerprint(String module) throws IOException {
    try (Stream<Path> files = filesOf(directory(module))) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        digest.update(copy.relativize(file).toString().getBytes());
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
