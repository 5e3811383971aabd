package org.homeward.trials.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MonitoringTest {

  @Test
  void everyRuleSaysHowBadItIsAndLeadsToALineThatSaysWhatToDo() {
    String page = Monitoring.operations();

    assertThat(Monitoring.rules())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            rule -> {
              String anchor = rule.name().toLowerCase(Locale.ROOT);
              assertThat(rule.severity()).isIn("critical", "warning");
              assertThat(rule.summary()).endsWith(".");
              assertThat(rule.runbook()).isEqualTo("docs/operations.md#" + anchor);
              assertThat(page)
                  .contains("<a id=\"" + anchor + "\"></a>" + rule.name())
                  .contains(rule.name() + " (" + rule.severity() + ")");
            });
  }

  @Test
  void everyRuleHasATestInWhichItFires() {
    Set<String> names = new TreeSet<>();
    Monitoring.rules().forEach(rule -> names.add(rule.name()));

    assertThat(Monitoring.tested()).isEqualTo(names);
  }

  @Test
  void theDashboardCanBeImported() {
    JsonNode dashboard = Monitoring.dashboard();
    List<String> variables = new ArrayList<>();
    dashboard.at("/templating/list").forEach(v -> variables.add(v.path("type").asString()));
    Set<Integer> ids = new HashSet<>();

    assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
    assertThat(dashboard.path("title").asString()).isEqualTo("Homeward");
    assertThat(variables).contains("datasource");
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
      JsonNode place = panel.path("gridPos");
      assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
      boolean isRow = panel.path("type").asString().equals("row");
      assertThat(panel.path("targets").isEmpty()).isEqualTo(isRow);
      if (!isRow) {
        assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
      }
    }
  }
}
