package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.homeward.alert.orders.alerts.stored.AlertShapes;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alerts as an earlier release has stored them, and as this one stores them for it. */
class AlertShapesTest {

  private static final Path STORED = Path.of("src/test/resources/stored/alerts-schema-1.json");

  /** All that a release of before knew. */
  private static final Set<Hold> IN_1 =
      EnumSet.complementOf(EnumSet.of(Hold.SAID_FOUND, Hold.NOT_A_SEARCH));

  private static JsonStateCodec<Alert> codec(Shapes shapes) {
    return new JsonStateCodec<>(Json.mapper(), Alert.class, shapes);
  }

  private static List<Document> stored() throws IOException {
    return Document.parse(Files.readString(STORED)).values().stream()
        .map(each -> ((Document) each).get("state", Document.class))
        .toList();
  }

  private static Alert.Frozen frozen(Set<Hold> holds) throws IOException {
    for (Document each : stored()) {
      if (codec(AlertShapes.ALL).read(each, 1) instanceof Alert.Frozen it) {
        return new Alert.Frozen(
            it.caseId(), it.home(), it.exercise(), it.issue(), holds, it.next());
      }
    }
    throw new AssertionError("no frozen alert is stored");
  }

  @Test
  void whatAnEarlierReleaseHasStoredIsReadAndWrittenBackForIt() throws IOException {
    for (Document each : stored()) {
      Alert read = codec(AlertShapes.ALL).read(each, 1);

      assertThat(codec(AlertShapes.ALL).schema()).isEqualTo(2);
      assertThat(codec(AlertShapes.ALL.writingThePrevious()).schema()).isEqualTo(1);
      Document again = codec(AlertShapes.ALL.writingThePrevious()).write(read);
      assertThat(codec(AlertShapes.ALL).read(again, 1)).isEqualTo(read);
      assertThat(again).doesNotContainKey("holdsIn2");
    }
  }

  @ParameterizedTest
  @EnumSource(Hold.class)
  @Proves(4)
  void aReleaseThatKnowsNoSuchHoldReadsOneThatItKnows(Hold hold) throws IOException {
    for (Set<Hold> holds :
        List.of(EnumSet.of(hold), EnumSet.of(hold, Hold.CASE_FROZEN), EnumSet.allOf(Hold.class))) {
      Alert.Frozen alert = frozen(holds);

      Document inOne = codec(AlertShapes.ALL.writingThePrevious()).write(alert);

      Set<String> read = new HashSet<>(inOne.getList("holds", String.class));
      assertThat(read).isNotEmpty();
      assertThat(IN_1).extracting(Enum::name).containsAll(read);
      assertThat(codec(AlertShapes.ALL).read(inOne, 1)).as("nothing is lost").isEqualTo(alert);
      inOne.remove("holdsIn2"); // as a release that does not know it writes the alert
      assertThat(((Alert.Frozen) codec(AlertShapes.ALL).read(inOne, 1)).holds()).isNotEmpty();
    }
  }
}
