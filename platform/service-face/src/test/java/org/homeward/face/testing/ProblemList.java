package org.homeward.face.testing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.homeward.face.problem.ProblemType;

/** {@code docs/problems.md}: every kind of problem, for the makers of clients. */
public final class ProblemList {

  private ProblemList() {}

  /** The document has this table of all kinds of a service, and their texts are sentences. */
  public static void assertListed(List<? extends ProblemType> kinds) throws IOException {
    for (ProblemType kind : kinds) {
      assertThat(kind.title()).matches("[A-Z][ -~]{10,70}[a-z]");
      assertThat(kind.remedy()).matches("(?s)[A-Z][ -~]{20,}\\.").doesNotContain("  ");
    }
    assertThat(Files.readString(file())).contains(table(kinds));
  }

  private static Path file() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docs/problems.md"))) {
      directory = directory.getParent();
    }
    return directory.resolve("docs/problems.md");
  }

  private static String table(List<? extends ProblemType> kinds) {
    return kinds.stream()
        .sorted(Comparator.comparing(ProblemType::code))
        .map(
            kind ->
                "| `%s` | %d | %s. | %s |\n"
                    .formatted(kind.code(), kind.status(), kind.title(), kind.remedy()))
        .collect(joining("", "| type | status | title | detail |\n|---|---|---|---|\n", "\n"));
  }
}
