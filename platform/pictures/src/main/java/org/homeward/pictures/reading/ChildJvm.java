package org.homeward.pictures.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.child.PictureProcess;

/**
 * Starts a child process: a JVM with a small heap that has neither the service's environment nor
 * its secrets, and leaves no file behind, whatever becomes of it.
 */
final class ChildJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx256m",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=96m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr", // standard output is for the answer
          "-Xlog:disable",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null",
          "-Djava.awt.headless=true");

  /**
   * libheif has its own memory in the heap, and functions so long that a JVM would interpret them.
   * Of an option that stands twice the last counts.
   */
  private static final List<String> OPTIONS_FOR_HEIC =
      List.of(
          "-Xmx640m",
          "-Xss4m",
          "-XX:MaxMetaspaceSize=192m",
          "-XX:TieredStopAtLevel=4",
          "-XX:-DontCompileHugeMethods");

  /** As the JVM ends with the option above. */
  static final int EXIT_OUT_OF_MEMORY = 3;

  private final String classPath;
  private final String main;

  private ChildJvm(String classPath, String main) {
    this.classPath = classPath;
    this.main = main;
  }

  static ChildJvm of(Path copies) throws IOException {
    return of(new ChildClassPath(copies).find(), PictureProcess.class.getName());
  }

  static ChildJvm of(String classPath, String main) {
    return new ChildJvm(classPath, main);
  }

  Process start(PictureFormat format, Duration mostTime) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    if (format == PictureFormat.HEIC) {
      command.addAll(OPTIONS_FOR_HEIC);
    }
    command.addAll(List.of("-cp", classPath, main, "" + mostTime.toMillis()));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    return builder.start();
  }
}
