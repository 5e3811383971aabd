package org.homeward.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module with lines that are worth something, and lines that only say so. */
class MutationIT {
  private static final String GATE =
      """
      package gate;
      public class Gate {
        static int limit = 9;
        static { limit = 3; } // upholds 8
        int passed;
        boolean ended;
        public void pass(int n) {
          int next = n;
          next = Math.min(next, 3); // upholds 3
          next = Math.max(next, 0); // upholds 4
          int all = passed + next; // upholds 5
          ended = true; // upholds 6
          next = next + 0; // upholds 7
          passed = all;
        }
        void open() {
          passed = 0; // upholds 9
        }
        boolean isOpen() {
          return passed < 3; // upholds 10
        }
        boolean isFull() {
          return passed > 3; // upholds 11
        }
      }
      """;
  private static final String TEST =
      """
      package gate;
      import org.homeward.testkit.Proves;
      import org.junit.jupiter.api.Assertions;
      import org.junit.jupiter.api.Test;
      class GateTest {
        private final Gate gate = new Gate();
        @Test @Proves(3)
        void noMoreThanThree() { gate.pass(5); Assertions.assertEquals(3, gate.passed); }
        @Test
        void noLessThanNone() { gate.pass(-1); Assertions.assertEquals(0, gate.passed); }
        @Test @Proves(4)
        void itFailsAnyway() { Assertions.fail("always"); }
        @Test
        void itIsOpenUntilThree() {
          Assertions.assertTrue(gate.isOpen());
          gate.pass(3);
          Assertions.assertFalse(gate.isOpen());
        }
        @Test
        void itIsNotFull() { Assertions.assertFalse(gate.isFull()); }
        @Test @Proves(6)
        void itEnds() { gate.pass(1); while (!gate.ended) Thread.onSpinWait(); }
      }
      """;

  private static final String LATER_TEST =
      """
      package gate;
      import org.junit.jupiter.api.Assertions;
      import org.junit.jupiter.api.Test;
      class LimitTest {
        @Test
        void theLimitIsThreeFromTheStart() { Assertions.assertEquals(3, Gate.limit); }
      }
      """;

  @TempDir Path root;
  private final Map<Integer, Results.Row> rows = new HashMap<>();
  private ProjectCopy copy;
  private List<MarkedLine> lines;

  @BeforeEach
  void aProject() throws IOException {
    write("door/src/main/java/gate/Gate.java", GATE);
    write("door/src/test/java/gate/GateTest.java", TEST);
    write("door/src/test/java/gate/LimitTest.java", LATER_TEST);
    Path target = Files.createDirectories(root.resolve("door/target"));
    Files.writeString(target.resolve("tests.classpath"), System.getProperty("java.class.path"));
    compile("classes", "src/main/java/gate/Gate.java");
    compile("test-classes", "src/test/java/gate/GateTest.java");
    compile("test-classes", "src/test/java/gate/LimitTest.java");
    copy = new ProjectCopy(root, root);
    lines = MarkedLine.in(root);
  }

  @Test
  void aLineIsWorthWhatItsTestsNotice() throws Exception {
    var jvms = new TestJvms(copy, root.resolve("none"), List.of("env"), Duration.ofSeconds(5));
    var judge = new Judge(copy, jvms, false, root.resolve("work"));

    for (MarkedLine line : lines) {
      line.invariants().forEach(n -> rows.put(n, judge(judge, line)));
    }

    judge.close();

    assertThat(rows.get(3).verdict()).isEqualTo(Verdict.KILLED);
    assertThat(rows.get(3).why()).startsWith("by GateTest#noMoreThanThree: ");
    assertThat(rows.get(4).verdict()).isEqualTo(Verdict.KILLED);
    assertThat(rows.get(4).why()).startsWith("by GateTest#noLessThanNone: ");
    assertThat(judge.unsound()).containsExactly("gate.GateTest#itFailsAnyway");
    assertThat(rows.get(5).verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
    assertThat(rows.get(6).verdict()).isEqualTo(Verdict.TIMED_OUT);
    assertThat(rows.get(6).why()).contains("GateTest#itEnds");
    assertThat(rows.get(7).verdict()).isEqualTo(Verdict.SURVIVED);
    assertThat(rows.get(7).why()).isEqualTo("all tests of 1 classes pass");
    assertThat(rows.get(8).verdict()).isEqualTo(Verdict.KILLED);
    assertThat(rows.get(8).why()).startsWith("by LimitTest#theLimitIsThreeFromTheStart: ");
    assertThat(rows.get(9).verdict()).isEqualTo(Verdict.SURVIVED);
    assertThat(rows.get(9).why()).isEqualTo("no test reaches it");
    assertThat(rows.get(10).verdict()).isEqualTo(Verdict.KILLED);
    assertThat(rows.get(11).verdict()).isEqualTo(Verdict.SURVIVED);
  }

  @Test
  void aGoodVerdictStandsUntilItsModuleChanges() throws Exception {
    Path file = root.resolve("results.tsv");
    MarkedLine line = lines.getFirst();
    new Results(file, lines)
        .keep(new Results.Row(line, Verdict.KILLED, "by a test", 1, copy.fingerprint("door")));

    var later = new Results(file, lines);

    assertThat(later.standing(line, copy.fingerprint("door"))).isPresent();
    Files.writeString(root.resolve("door/src/test/java/gate/GateTest.java"), TEST + "\n");
    assertThat(later.standing(line, copy.fingerprint("door"))).isEmpty();
  }

  @Test
  void theJarsWithoutALineHoldItsClassAlsoInsideOthers() throws Exception {
    Path jars = Files.createDirectories(root.resolve("jars"));
    byte[] library = jar(Map.of("gate/Gate.class", new byte[] {1}));
    Files.write(jars.resolve("shop.jar"), jar(Map.of("BOOT-INF/lib/door-1.0.jar", library)));
    Files.write(jars.resolve("door.jar"), jar(Map.of("BOOT-INF/classes/gate/Gate.class", library)));
    Files.write(jars.resolve("other.jar"), jar(Map.of("BOOT-INF/lib/doorbell-1.jar", library)));
    Path work = root.resolve("work");
    var removal = LineRemoval.of(copy, lines.getFirst(), work);

    List<String> changed =
        JarPatch.apply(jars, "door", removal.classes().getFirst(), root.resolve("patched"));

    assertThat(changed).containsExactly("door.jar", "shop.jar");
    byte[] gate = Files.readAllBytes(work.resolve("classes0/gate/Gate.class"));
    try (var shop = new JarFile(root.resolve("patched/shop.jar").toFile())) {
      ZipEntry inner = shop.getEntry("BOOT-INF/lib/door-1.0.jar");
      assertThat(inner.getMethod()).isEqualTo(ZipEntry.STORED);
      Path copied = root.resolve("inner.jar");
      Files.write(copied, shop.getInputStream(inner).readAllBytes());
      try (var door = new JarFile(copied.toFile())) {
        assertThat(door.getInputStream(door.getEntry("gate/Gate.class")).readAllBytes())
            .isEqualTo(gate);
      }
    }
  }

  private static Results.Row judge(Judge judge, MarkedLine line) {
    try {
      return judge.judge(line);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void compile(String to, String source) {
    Path door = root.resolve("door");
    String path = door.resolve("target/classes") + ":" + System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                door.resolve("target/" + to).toString(),
                "-cp",
                path,
                door.resolve(source).toString());
    assertThat(status).isZero();
  }

  private static byte[] jar(Map<String, byte[]> content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      for (var each : content.entrySet()) {
        var entry = new JarEntry(each.getKey());
        var sum = new CRC32();
        sum.update(each.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        entry.setCrc(sum.getValue());
        jar.putNextEntry(entry);
        jar.write(each.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
