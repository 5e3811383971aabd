package org.homeward.intake.endings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;

/**
 * Renders an ending change of a case for the ends log, from which a restored copy is brought up to
 * date. Ends and erasures of a foreign case come again from its handover.
 */
final class CaseEnds {

  static final String FREEZE = "freeze";
  static final String LOCATED = "located";
  static final String END = "end";
  static final String ERASE = "erase";
  static final String KEPT = "kept";

  static final String CHILD = "child";
  static final String OUTCOME = "outcome";
  static final String VERIFIED_BY = "verifiedBy";
  static final String REASON = "reason";
  static final String NUMBER = "freeze";
  static final String ENTRY = "entry";

  /** As many as fit into a line, however long they are. */
  private static final int ENTRIES = 4;

  private CaseEnds() {}

  static List<EndsLine> of(Guarded<KeptCase> document, PendingChange change) {
    ChangeType type = ChangeType.of(change.type()).orElse(null);
    return switch (document.state()) {
      case Case live when type == ChangeType.CASE_FROZEN -> frozen(live, change);
      case Case live when type == ChangeType.CASE_ENDED && !live.isForeign() -> ended(live, change);
      case Case live when type == ChangeType.CASE_AMENDED -> kept(live, keptHere(live), change);
      case ErasedCase stone
          when type == ChangeType.CASE_ERASED && stone.reason() != EraseReason.RECALLED ->
          erased(stone, change);
      case Case _, ErasedCase _ -> List.of();
    };
  }

  /** A foreign owner's exclusions come again with the handover. */
  private static Set<String> keptHere(Case live) {
    return live.isForeign() ? live.rulings().keptFrom() : live.notTo();
  }

  /** All from whom it is kept, at each amendment: which of them is new is not known here. */
  private static List<EndsLine> kept(KeptCase state, Set<String> entries, PendingChange change) {
    List<EndsLine> lines = new ArrayList<>();
    List<String> sorted = entries.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i += ENTRIES) {
      Map<String, String> codes = new TreeMap<>();
      for (String entry : sorted.subList(i, Math.min(sorted.size(), i + ENTRIES))) {
        codes.put(ENTRY + codes.size(), entry);
      }
      lines.add(line(state, change, KEPT, codes));
    }
    return lines;
  }

  /** First from whom: the tombstone of the copy is to be kept from them too. */
  private static List<EndsLine> erased(ErasedCase stone, PendingChange change) {
    List<EndsLine> lines = new ArrayList<>(kept(stone, stone.notTo(), change));
    lines.add(line(stone, change, ERASE, Map.of(REASON, stone.reason().name())));
    return lines;
  }

  private static List<EndsLine> frozen(Case live, PendingChange change) {
    List<EndsLine> lines = new ArrayList<>();
    // A freeze that was lifted before this line could be written is the one before.
    int freeze = live.rulings().freezeNumber() - (live.isFrozen() ? 0 : 1);
    String number = String.valueOf(freeze);
    lines.add(line(live, change, FREEZE, Map.of(NUMBER, number)));
    if (!live.isForeign()) {
      live.children()
          .forEach(
              (id, child) -> {
                if (child.status().status() == ChildState.LOCATED_UNVERIFIED) {
                  lines.add(line(live, change, LOCATED, Map.of(CHILD, id, NUMBER, number)));
                }
              });
    }
    return lines;
  }

  private static List<EndsLine> ended(Case live, PendingChange change) {
    List<EndsLine> lines = new ArrayList<>();
    live.children()
        .forEach(
            (id, child) -> {
              if (child.hasEnded()) {
                lines.add(line(live, change, END, codes(id, child.status())));
              }
            });
    return lines;
  }

  private static Map<String, String> codes(String child, ChildStatus ended) {
    Map<String, String> codes = new TreeMap<>(Map.of(CHILD, child));
    if (ended.outcome() != null) {
      codes.put(OUTCOME, ended.outcome().text());
    }
    if (ended.verifiedBy() != null) {
      codes.put(VERIFIED_BY, ended.verifiedBy().text());
    }
    return codes;
  }

  private static EndsLine line(
      KeptCase state, PendingChange change, String what, Map<String, String> codes) {
    return new EndsLine(change.at(), "case/" + state.id(), change.n(), what, codes);
  }
}
