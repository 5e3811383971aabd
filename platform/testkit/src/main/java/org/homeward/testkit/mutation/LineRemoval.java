package org.homeward.testkit.mutation;

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
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles one source file without one of its lines.
 *
 * <p>The classes go to a directory of their own that stands before the module's on the class path,
 * so there is nothing to restore.
 *
 * @param classes a directory, or two of a condition that always and never holds; all of them must
 *     be noticed
 * @param complaint the compiler's error when there is none
 */
record LineRemoval(List<Path> classes, String complaint) {

  static LineRemoval of(ProjectCopy copy, MarkedLine line, Path work) throws IOException {
    Path source = copy.directory(".").resolve(line.file());
    var without = new SourceWithout(Files.readAllLines(source), line.number() - 1);
    var module = new Module(copy.files(line.module()), source.getFileName(), work);
    Optional<String> complaint = Optional.empty();
    for (var ways :
        List.of(List.of(without.line()), List.of(without.itsPart()), without.itsConditions())) {
      List<Path> classes = new ArrayList<>();
      for (List<String> lines : ways) {
        Path directory = work.resolve("classes" + classes.size());
        Optional<String> error = module.compile(lines, directory);
        complaint = complaint.or(() -> error);
        if (error.isEmpty()) {
          classes.add(directory);
        }
      }
      if (!classes.isEmpty() && classes.size() == ways.size()) {
        return new LineRemoval(classes, "");
      }
    }
    return new LineRemoval(List.of(), complaint.orElse("?"));
  }

  private record Module(StandardJavaFileManager files, Path name, Path work) {
    Optional<String> compile(List<String> lines, Path classes) throws IOException {
      Path mutated = work.resolve("source").resolve(name);
      Files.createDirectories(mutated.getParent());
      Directories.delete(classes);
      Files.createDirectories(classes);
      Files.write(mutated, lines);
      var compiler = ToolProvider.getSystemJavaCompiler();
      var complaints = new DiagnosticCollector<JavaFileObject>();
      List<String> options =
          List.of("-parameters", "-proc:none", "-implicit:none", "-g", "-nowarn");
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      var units = files.getJavaFileObjects(mutated);
      boolean compiled = compiler.getTask(null, files, complaints, options, null, units).call();
      return compiled ? Optional.empty() : Optional.of(first(complaints));
    }

    private static String first(DiagnosticCollector<JavaFileObject> complaints) {
      return complaints.getDiagnostics().stream()
          .filter(complaint -> complaint.getKind() == Diagnostic.Kind.ERROR)
          .map(complaint -> complaint.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
          .findFirst()
          .orElse("the compiler did not say why");
    }
  }
}
