package org.homeward.alert.police.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.alert.trial.CapRules;
import org.homeward.alert.trial.Conformance;
import org.junit.jupiter.api.Test;

/** The checker itself, by messages that we did not write. */
class CapRulesTest {

  /** Feeds are no messages, and what a receiver must not fetch says nothing about a sender. */
  private static final Set<String> OF_RECEIVERS = Set.of("resource-metadata-uri.xml");

  @Test
  void rightMessagesAreTakenAndWrongOnesRefused() throws IOException {
    var rules = new CapRules();
    Path cases = Conformance.path("cap/cases");
    List<String> wronglyRefused = new ArrayList<>();
    List<String> wronglyTaken = new ArrayList<>();
    int looked = 0;
    for (String row : Files.readAllLines(cases.resolve("manifest.csv"))) {
      String[] columns = row.split(",", 4);
      String group = columns[0];
      String file = columns[1];
      String expect = columns[2];
      if (group.equals("feeds") || group.equals("group") || OF_RECEIVERS.contains(file)) {
        continue;
      }
      List<String> broken = rules.broken(Files.readAllBytes(cases.resolve(group).resolve(file)));
      looked++;
      if (Set.of("accept", "accept-with-warning").contains(expect) && !broken.isEmpty()) {
        wronglyRefused.add(file + " " + broken);
      }
      if (Set.of("reject", "reject-as-1.2").contains(expect) && broken.isEmpty()) {
        wronglyTaken.add(row);
      }
    }
    assertThat(wronglyRefused).isEmpty();
    assertThat(wronglyTaken).isEmpty();
    assertThat(looked).isGreaterThan(150);
  }
}
