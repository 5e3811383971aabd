package org.homeward.testkit.mutation;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands in for classes of a running JVM, and gives them back. */
public final class ClassOverlay implements ClassFileTransformer {
  private static final String SUFFIX = ".class";
  private static final ClassOverlay OVERLAY = new ClassOverlay();
  private static @Nullable Instrumentation jvm;

  private volatile Map<String, byte[]> classes = Map.of();

  private ClassOverlay() {}

  /**
   * The JVM calls this before main, as it is told by the jar of its agent.
   *
   * @param recorded a file of lines for {@link ReachedLines}
   */
  public static void premain(@Nullable String recorded, Instrumentation instrumentation)
      throws IOException {
    if (recorded != null) {
      instrumentation.addTransformer(new ReachedLines(Path.of(recorded)));
    }
    instrumentation.addTransformer(OVERLAY, true);
    jvm = instrumentation;
  }

  /**
   * The classes below a directory stand in from now on, and no others. False when this JVM cannot
   * take one of them, because methods or fields came or went; then nothing stands in.
   *
   * @param directory none when empty
   */
  static boolean standsIn(String directory) throws IOException {
    Map<String, byte[]> next = directory.isEmpty() ? Map.of() : below(Path.of(directory));
    if (OVERLAY.replace(next)) {
      return true;
    }
    OVERLAY.replace(Map.of());
    return false;
  }

  private static Map<String, byte[]> below(Path directory) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = directory.relativize(file).toString();
        found.put(name.substring(0, name.length() - SUFFIX.length()), Files.readAllBytes(file));
      }
    }
    return found;
  }

  private boolean replace(Map<String, byte[]> next) {
    Instrumentation instrumentation = Objects.requireNonNull(jvm, "started without the agent");
    Map<String, byte[]> before = classes;
    classes = next;
    Class<?>[] loaded =
        Arrays.stream(instrumentation.getAllLoadedClasses())
            .filter(
                type -> {
                  String name = type.getName().replace('.', '/');
                  return before.containsKey(name) || next.containsKey(name);
                })
            .toArray(Class<?>[]::new);
    try {
      if (loaded.length > 0) {
        instrumentation.retransformClasses(loaded);
      }
      return true;
    } catch (UnsupportedOperationException | UnmodifiableClassException | LinkageError refused) {
      return false;
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> before,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    byte[] other = classes.get(name);
    return other == null ? null : withMethods(bytes, other);
  }

  /** Loads no class to learn what it is, because that class may be the one that is being loaded. */
  static ClassFile classFile() {
    return ClassFile.of(
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));
  }

  /**
   * The JVM takes a record with annotations for another one when their constants stand in another
   * order, so all but the methods stays as it was.
   */
  private static byte[] withMethods(byte[] bytes, byte[] other) {
    var classFile = classFile();
    var methods = classFile.parse(other).methods();
    return classFile.transformClass(
        classFile.parse(bytes),
        ClassTransform.dropping(MethodModel.class::isInstance)
            .andThen(ClassTransform.endHandler(built -> methods.forEach(built::with))));
  }
}
