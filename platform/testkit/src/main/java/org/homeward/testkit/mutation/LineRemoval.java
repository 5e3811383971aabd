package org.homeward.testkit.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles one source file without one of its lines.
 *
 * <p>The classes go to a directory of their own that stands before the module's on the class path,
 * so there is nothing to restore.
 */
final class LineRemoval {
  private LineRemoval() {}

  /** Returns the compiler's errors; empty when it compiled. */
  static Optional<String> compile(ProjectCopy copy, MarkedLine line, Path work) throws IOException {
    Path source = copy.directory(".").resolve(line.file());
    List<String> lines = new ArrayList<>(Files.readAllLines(source));
    lines.set(line.number() - 1, "");
    Path mutated = work.resolve("source").resolve(source.getFileName());
    Path classes = work.resolve("classes");
    Files.createDirectories(mutated.getParent());
    Files.createDirectories(classes);
    Files.write(mutated, lines);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var complaints = new DiagnosticCollector<JavaFileObject>();
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            String.join(File.pathSeparator, copy.classPath(line.module())),
            "-parameters",
            "-proc:none",
            "-implicit:none",
            "-g",
            "-nowarn");
    try (var files = compiler.getStandardFileManager(complaints, null, null)) {
      var units = files.getJavaFileObjects(mutated);
      boolean compiled = compiler.getTask(null, files, complaints, options, null, units).call();
      return compiled ? Optional.empty() : Optional.of(first(complaints));
    }
  }

  private static String first(DiagnosticCollector<JavaFileObject> complaints) {
    return complaints.getDiagnostics().stream()
        .filter(complaint -> complaint.getKind() == Diagnostic.Kind.ERROR)
        .map(complaint -> complaint.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .findFirst()
        .orElse("the compiler did not say why");
  }
}
