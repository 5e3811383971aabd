package org.homeward.face.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The schema of RFC 9457 and its cases, when the conformance vectors lie beside the project. */
public final class ProblemSchema {

  private static final Optional<Path> DIRECTORY = find();
  private static final Optional<Schema> SCHEMA =
      DIRECTORY.map(
          directory ->
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(read(directory.resolve("problem.schema.json"))));

  private ProblemSchema() {}

  public static boolean isThere() {
    return SCHEMA.isPresent();
  }

  /** The published cases, a JSON array. */
  public static String cases() {
    return read(DIRECTORY.orElseThrow().resolve("cases.json"));
  }

  /** What the schema says against a body; nothing when the vectors are not there. */
  public static List<Error> violations(String body) {
    return SCHEMA
        .map(
            schema ->
                schema.validate(
                    body,
                    InputFormat.JSON,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .orElse(List.of());
  }

  private static Optional<Path> find() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var candidate = at.resolve("shared/conformance/messaging/problem-json");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
