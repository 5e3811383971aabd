package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.held;
import static org.homeward.bridge.handovers.HandoverSamples.holderEvents;
import static org.homeward.bridge.handovers.HandoverSamples.owned;
import static org.homeward.bridge.handovers.HandoverSamples.ownerEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.testkit.DecisionTable;
import org.junit.jupiter.api.Test;

/** Every event that can come, against every state that can be there, on both sides. */
class HandoverTableTest {

  private static final Path TABLE = Path.of("../docs/handover-decisions.md");
  private static final String INTRODUCTION =
      """
      # How an event changes a handover

      `HandoverTableTest` generates this from `OwnerDecisions` and `HolderDecisions`. Each combination of state
      and event stands in exactly one row. A change `frozen` is the event `handover.frozen.v1`.

      - *as before*: the handover keeps its state, or the node owes its partner the same message as before.
      - *nothing new*: the handover has had this event, or a later one.
      - *always*: the change is stored even if the document is full.
      - *forgets*: the document's content and history are erased.
      """;

  @Test
  void tableOfDecisionsIsAsPrinted() throws IOException {
    DecisionTable owner = decisions();
    DecisionTable holder = decisions();
    for (HandoverStatus status : HandoverStatus.values()) {
      ownerEvents()
          .forEach(
              (name, event) -> {
                Owned was = owned(status);
                row(owner, was, name, OwnerDecisions.decide(was, event, NOW));
              });
      holderEvents()
          .forEach(
              (name, event) -> {
                Held was = held(status);
                row(holder, was, name, HolderDecisions.decide(was, event, NOW));
              });
    }
    int states = HandoverStatus.values().length;
    assertThat(owner.situations()).isEqualTo(states * ownerEvents().size());
    assertThat(holder.situations()).isEqualTo(states * holderEvents().size());
    String table =
        INTRODUCTION
            + "\n## The owner\n\n"
            + owner.markdown()
            + "\n## The holder\n\n"
            + holder.markdown()
            + "\n## What each side owes before the event\n\n"
            + owed("owner", HandoverSamples::owned, "holder", HandoverSamples::held);
    Files.writeString(Path.of("target", "handover-decisions.md"), table);

    assertThat(table)
        .as("copy target/handover-decisions.md when the change is wanted")
        .isEqualTo(Files.exists(TABLE) ? Files.readString(TABLE) : "");
  }

  private static DecisionTable decisions() {
    return new DecisionTable(
        List.of("from", "event", "handover"), List.of("change", "becomes", "owes the partner"));
  }

  private static void row(
      DecisionTable table,
      Handover was,
      String event,
      HandoverDecision<? extends Handover> decided) {
    String change =
        switch (decided) {
          case HandoverDecision.Same() -> "nothing new";
          case HandoverDecision.Refused(HandoverDecision.Refusal why, var _) -> "refused: " + why;
          case HandoverDecision.Becomes<?> becomes ->
              (becomes.changes().isEmpty()
                      ? "no event"
                      : becomes.changes().stream()
                          .map(made -> made.text().split("\\.")[1])
                          .collect(Collectors.joining(", ")))
                  + (becomes.essential() ? ", always" : "")
                  + (becomes.forget() ? ", forgets" : "");
        };
    Handover now =
        decided instanceof HandoverDecision.Becomes<? extends Handover> becomes
            ? becomes.next()
            : was;
    String[] named = event.split(": ", 2);
    table.decide(
        List.of(named[0], named[1], was.status().name()),
        List.of(
            change,
            now.status() == was.status() ? "as before" : now.status().name(),
            owed(now).equals(owed(was)) ? "as before" : owed(now)));
  }

  private static String owed(
      String one,
      Function<HandoverStatus, ? extends Handover> ones,
      String other,
      Function<HandoverStatus, ? extends Handover> others) {
    var table = new DecisionTable(List.of("handover"), List.of(one, other));
    for (HandoverStatus status : HandoverStatus.values()) {
      table.decide(
          List.of(status.name()), List.of(owed(ones.apply(status)), owed(others.apply(status))));
    }
    return table.markdown();
  }

  private static String owed(Handover handover) {
    return Owed.by(handover, NOW).map(owed -> owed.type().name()).orElse("nothing");
  }
}
