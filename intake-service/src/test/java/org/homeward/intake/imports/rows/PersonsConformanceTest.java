package org.homeward.intake.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.schema.facts.ChildFacts;
import org.junit.jupiter.api.Test;

/** Odd rows of tables, as the conformance material has them. */
class PersonsConformanceTest {

  /** After the last of them went missing. */
  private static final Instant NOW = Instant.parse("2032-01-15T12:00:00Z");

  @Test
  void everyRowBecomesWhatIsExpected() throws IOException {
    Path folder = Material.root("persons/cases");
    Map<String, Map<String, String>> expected =
        Material.table(folder.resolve("import-odd-data.expected.csv"), "ref");
    List<String> wrong = new ArrayList<>();
    int[] rows = {0};

    CsvFile.read(
        Files.readAllBytes(folder.resolve("import-odd-data.csv")),
        row -> {
          rows[0]++;
          Map<String, String> wanted = expected.get(row.fields().get("ref"));
          differences(CsvRow.judge(row, "trial", NOW), wanted)
              .forEach(each -> wrong.add(wanted.get("ref") + " " + each));
          return true;
        });

    System.out.println(
        "conformance persons: %d rows, %d differences".formatted(rows[0], wrong.size()));
    assertThat(rows[0]).isEqualTo(expected.size());
    assertThat(wrong).isEmpty();
  }

  private static List<String> differences(RowOutcome outcome, Map<String, String> wanted) {
    List<String> wrong = new ArrayList<>();
    String is =
        switch (outcome) {
          case RowOutcome.Taken _ -> "accept";
          case RowOutcome.Asked _ -> "ask";
          case RowOutcome.Refused _ -> "reject";
          case RowOutcome.Deletion _ -> "deletion";
        };
    if (!is.equals(wanted.get("outcome"))) {
      wrong.add("is " + is + " and not " + wanted.get("outcome") + " " + outcome);
    }
    switch (outcome) {
      case RowOutcome.Taken taken -> compare(taken.facts(), wanted, wrong);
      case RowOutcome.Asked asked -> compare(asked.facts(), wanted, wrong);
      case RowOutcome.Refused _, RowOutcome.Deletion _ -> {} // nothing is taken
    }
    return wrong;
  }

  private static void compare(RowFacts facts, Map<String, String> wanted, List<String> wrong) {
    ChildFacts child = facts.child();
    String name = child.names().isEmpty() ? "" : child.names().getFirst().full();
    same("full_name", name, wanted, wrong);
    same("dob", child.born() == null ? "" : child.born().text(), wanted, wrong);
    String sex = child.sex() == null ? "" : child.sex().text().toLowerCase(Locale.ROOT);
    same("sex", sex, wanted, wrong);
    same(
        "height_cm",
        child.heightCm() == null ? "" : String.valueOf(child.heightCm().from()),
        wanted,
        wrong);
    String kept = facts.rest().notes() == null ? "" : facts.rest().notes().text();
    same("weight_kg", kept.replace("weight_kg: ", ""), wanted, wrong);
  }

  private static void same(
      String column, String is, Map<String, String> wanted, List<String> wrong) {
    if (!is.equals(wanted.get(column))) {
      wrong.add(column + " is <" + is + "> and not <" + wanted.get(column) + ">");
    }
  }
}
