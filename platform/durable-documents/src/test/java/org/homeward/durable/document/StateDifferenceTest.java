package org.homeward.durable.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StateDifferenceTest {

  private static final Document FACTS = Document.parse("{names: ['a', 'b'], level: 'HIGH'}");

  private static Document report(String id, String release) {
    return new Document("id", id).append("release", release).append("says", FACTS).append("n", 1);
  }

  @Test
  void aReleaseChangesOnePartOfOneReport() {
    var before = new Document("reports", List.of(report("1", "HELD"), report("2", "HELD")));
    var after = new Document("reports", List.of(report("1", "HELD"), report("2", "RELEASED")));

    var changed = StateDifference.between(before, after);

    assertThat(changed.set()).isEqualTo(Map.of("reports.1.release", "RELEASED"));
    assertThat(changed.was())
        .containsExactly(new Document("part", "reports.1.release").append("value", "HELD"));
  }

  @Test
  void aJoinCostsNoMoreThanItsReport() {
    List<Document> reports = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      reports.add(report("r" + i, "HELD"));
    }
    var before = new Document("reports", List.copyOf(reports));
    reports.add(report("new", "HELD"));

    var changed = StateDifference.between(before, new Document("reports", reports));

    assertThat(changed.set()).containsOnlyKeys("reports.100");
    assertThat(changed.was()).containsExactly(new Document("part", "reports.100"));
  }

  @Test
  void aPartWhoseNameCannotStandInAPathIsReplacedWithItsParent() {
    var before = new Document("of", new Document("a.b", 1).append("c", 1).append("d", 1));
    var after = new Document("of", new Document("a.b", 2).append("c", 1).append("d", 1));

    var changed = StateDifference.between(before, after);

    assertThat(changed.set()).containsOnlyKeys("of");
    assertThat(StateDifference.isPossible(before, after)).isTrue();
    assertThat(StateDifference.isPossible(new Document("a.b", 1), new Document("a.b", 2)))
        .isFalse();
  }

  @Test
  void whatIsTheSameIsNoPart() {
    var states = new RandomStates(116_000);
    for (int i = 0; i < 1_000; i++) {
      Document state = states.state();
      var none = StateDifference.between(state, new Document(state));
      assertThat(none.set()).isEmpty();
      assertThat(none.unset()).isEmpty();
      assertThat(none.was()).isEmpty();
    }
  }
}
