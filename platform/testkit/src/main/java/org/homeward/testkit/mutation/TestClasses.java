package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The compiled test classes of a module; those that need Docker are none of them. */
final class TestClasses {
  private static final String TESTS = ".*(Test|IT)";
  private static final String WITH_DOCKER = ".*(Docker|Keycloak)IT";

  private final Map<String, MessageDigest> tests = new TreeMap<>(); // by the outermost class
  private final String others;

  TestClasses(Path target) throws IOException {
    MessageDigest rest = sha256();
    for (Path part : List.of(target.resolve("classes"), target.resolve("test-classes"))) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
          String path = part.relativize(file).toString();
          String type = TestsOfClass.outermost(path.replace(".class", "").replace('/', '.'));
          boolean isTest =
              part.endsWith("test-classes") && type.matches(TESTS) && !type.matches(WITH_DOCKER);
          var digest = isTest ? tests.computeIfAbsent(type, name -> sha256()) : rest;
          digest.update(path.getBytes());
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    others = HexFormat.of().formatHex(rest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each with a key that changes with it, and with every class of the module but other tests. */
  Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    tests.forEach(
        (name, digest) -> keys.put(name, others + HexFormat.of().formatHex(digest.digest(), 0, 8)));
    return keys;
  }
}
