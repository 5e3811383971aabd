package org.homeward.testkit.mutation;

import java.io.IOException;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Records which test executes which marked line. */
public final class ReachedLines implements ClassFileTransformer {
  private static final ClassDesc HERE = ClassDesc.of(ReachedLines.class.getName());
  private static final MethodTypeDesc TAKES_LINE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
  private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

  private static volatile boolean recorded;
  private static volatile String test = "";

  private final Set<String> lines;
  private final Set<String> sources = new HashSet<>();

  /**
   * @param lines a file of them, each as {@code gate/Gate.java:7}
   */
  ReachedLines(Path lines) throws IOException {
    this.lines = Set.copyOf(Files.readAllLines(lines));
    this.lines.forEach(line -> sources.add(line.substring(0, line.indexOf(':'))));
    recorded = true;
  }

  static boolean areRecorded() {
    return recorded;
  }

  /** Lines that are reached from now on are reached by this test or class. */
  static void by(String name) {
    test = name;
  }

  /** Each recorded class calls this before a marked line. */
  public static void reached(String line) {
    String by = test;
    if (REACHED.add(by + "\t" + line) && isStart()) {
      REACHED.add(Recording.START + "\t" + line);
    }
  }

  /** Whether only a new JVM would execute it again, for any test. */
  private static boolean isStart() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame.getMethodName().equals("<clinit>")
                            || frame
                                .getClassName()
                                .equals("org.springframework.boot.SpringApplication")));
  }

  /** The rows since the last time. */
  static List<String[]> drain() {
    List<String[]> rows = new ArrayList<>();
    for (String each : Set.copyOf(REACHED)) {
      REACHED.remove(each);
      rows.add(("REACHED\t" + each).split("\t"));
    }
    return rows;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> before,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null || !name.contains("/")) {
      return null;
    }
    String file = name.split("\\$")[0] + ".java";
    return sources.contains(file) ? calling(file, bytes) : null;
  }

  private byte[] calling(String file, byte[] bytes) {
    lines.stream()
        .filter(line -> line.startsWith(file + ":"))
        .forEach(line -> REACHED.add(Recording.LOADED + "\t" + line));
    CodeTransform withCalls =
        (code, element) -> {
          code.with(element);
          if (element instanceof LineNumber at && lines.contains(file + ":" + at.line())) {
            String line = file + ":" + at.line();
            REACHED.add(Recording.HAS_CODE + "\t" + line);
            code.loadConstant(line).invokestatic(HERE, "reached", TAKES_LINE);
          }
        };
    var recorder = ClassOverlay.classFile();
    return recorder.transformClass(
        recorder.parse(bytes), ClassTransform.transformingMethodBodies(withCalls));
  }
}
