package org.homeward.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditEntry.Verb;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.junit.jupiter.api.Test;

class WithheldOnceTest {

  private final List<AuditEntry> recorded = new ArrayList<>();
  private final WithheldOnce trail = new WithheldOnce(recorded::add);

  @Test
  void whatWaitsIsRecordedWhenItBeginsToWaitAndEachTimeItIsTold() {
    look("one", Verb.WITHHELD);
    look("one", Verb.WITHHELD);
    look("other", Verb.WITHHELD);
    look("one", Verb.DISCLOSED);
    look("one", Verb.DISCLOSED);
    look("one", Verb.WITHHELD);

    assertThat(recorded)
        .extracting(entry -> entry.subjects().getFirst() + " " + entry.verb())
        .containsExactly(
            "one WITHHELD", "other WITHHELD", "one DISCLOSED", "one DISCLOSED", "one WITHHELD");
  }

  private void look(String subject, Verb verb) {
    trail.append(
        new AuditEntry(
            List.of(subject),
            verb,
            "partner-desk",
            null,
            Purpose.PARTNER_SEARCH,
            Basis.PUBLIC_TASK,
            Instant.EPOCH));
  }
}
