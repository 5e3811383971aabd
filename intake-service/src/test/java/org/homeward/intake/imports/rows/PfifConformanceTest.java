package org.homeward.intake.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The documents of the conformance material. */
class PfifConformanceTest {

  /** Before the records of the material expire. */
  private static final Instant NOW = Instant.parse("2031-06-01T12:00:00Z");

  /** What an import answers. */
  private enum Answer {
    TAKEN,
    ASKED,
    DELETION,
    REPORTED,
    REFUSED
  }

  private static Answer answer(byte[] file) {
    try {
      List<RowOutcome> rows = Material.judged(FileFormat.PFIF, file, NOW);
      boolean asks = rows.stream().anyMatch(RowOutcome.Asked.class::isInstance);
      long refused = rows.stream().filter(RowOutcome.Refused.class::isInstance).count();
      boolean deletes = rows.stream().anyMatch(RowOutcome.Deletion.class::isInstance);
      if (!rows.isEmpty() && refused == rows.size()) {
        return Answer.REFUSED;
      }
      if (refused > 0) {
        return Answer.REPORTED;
      }
      return deletes ? Answer.DELETION : asks ? Answer.ASKED : Answer.TAKEN;
    } catch (FileRefused e) {
      return e.rule().equals("version-not-supported") ? Answer.REPORTED : Answer.REFUSED;
    }
  }

  /** Several answers keep to some expectations. */
  private static boolean isLawful(String expected, Answer answer) {
    return switch (expected) {
      case "accept", "accept-with-warning" ->
          Set.of(Answer.TAKEN, Answer.ASKED, Answer.DELETION).contains(answer);
      case "accept-as-deletion" -> answer == Answer.DELETION;
      case "accept-legacy", "accept-partial" -> answer != Answer.REFUSED;
      case "reject" -> answer == Answer.REFUSED;
      default -> true; // either, the same way every time
    };
  }

  @Test
  void everyDocumentIsAnsweredAsExpected() throws IOException {
    Path folder = Material.root("pfif/cases");
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Map<String, String> row :
        Material.table(folder.resolve("manifest.csv"), "file").values()) {
      Path file = folder.resolve(row.get("group")).resolve(row.get("file"));
      Answer answer = answer(Files.readAllBytes(file));
      counts.merge(row.get("expect") + " " + answer, 1, Integer::sum);
      if (!isLawful(row.get("expect"), answer)) {
        wrong.add(row.get("file") + " " + row.get("expect") + " is " + answer);
      }
    }
    System.out.println("conformance pfif: " + counts + ", wrong " + wrong.size());
    assertThat(wrong).isEmpty();
  }

  @Test
  void namesArriveByteForByte() throws IOException {
    Path folder = Material.root("pfif/cases/synthetic-valid");
    for (String file :
        List.of("name-sr-cyrl.xml", "name-el.xml", "name-uk.xml", "name-hu-order.xml")) {
      String document = Files.readString(folder.resolve(file));
      String name = document.replaceAll("(?s).*<pfif:full_name>(.*?)</pfif:full_name>.*", "$1");
      RowOutcome only =
          Material.judged(FileFormat.PFIF, Files.readAllBytes(folder.resolve(file)), NOW)
              .getFirst();
      assertThat(only).isInstanceOf(RowOutcome.Taken.class);
      assertThat(((RowOutcome.Taken) only).facts().names()).first().isEqualTo(name);
    }
  }

  @Test
  void hostileDocumentsAreRefusedWithoutAnythingElse() throws IOException {
    Path folder = Material.root("abuse/xml");
    Set<String> taken = new HashSet<>();
    Map<String, Map<String, String>> rows = Material.table(folder.resolve("manifest.csv"), "file");
    for (String file : rows.keySet()) {
      if (answer(Files.readAllBytes(folder.resolve(file))) != Answer.REFUSED) {
        taken.add(file);
      }
    }
    System.out.println(
        "conformance abuse/xml: %d of %d refused"
            .formatted(rows.size() - taken.size(), rows.size()));
    assertThat(taken).isEmpty();
  }
}
