package org.homeward.intake.carefiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.recovery.EndsLine;

/**
 * Renders what took a care file away from somebody for the ends log, from which a restored copy is
 * brought up to date: that it was erased, and who must not read it any more.
 */
final class CareFileEnds {

  static final String ERASED = "erased";
  static final String IN = "in";
  static final String OUT = "out";
  static final String KEPT = "kept";

  /** As many as fit into a line, however long they are. */
  private static final int PEOPLE = 4;

  private CareFileEnds() {}

  static List<EndsLine> of(Guarded<KeptCareFile> document, PendingChange change) {
    return switch (document.state()) {
      case CareFile file when change.type().equals(ChangeCareFile.SHARED) ->
          shared(document.id(), file, change);
      case GoneCareFile _ when change.type().equals(ChangeCareFile.ERASED) ->
          List.of(line(document.id(), change, ERASED, Map.of()));
      case CareFile _, GoneCareFile _ -> List.of();
    };
  }

  /** All of them at each change: which of them is new is not known here. */
  private static List<EndsLine> shared(String id, CareFile file, PendingChange change) {
    List<EndsLine> lines = new ArrayList<>();
    // First: where all members of the copy are out, these are left.
    lines.addAll(lines(id, change, IN, file.members()));
    lines.addAll(lines(id, change, KEPT, file.notTo()));
    lines.addAll(lines(id, change, OUT, file.out()));
    return lines;
  }

  private static List<EndsLine> lines(
      String id, PendingChange change, String what, Set<String> people) {
    List<EndsLine> lines = new ArrayList<>();
    List<String> sorted = people.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i += PEOPLE) {
      Map<String, String> codes = new TreeMap<>();
      for (String each : sorted.subList(i, Math.min(sorted.size(), i + PEOPLE))) {
        codes.put("person" + codes.size(), each);
      }
      lines.add(line(id, change, what, codes));
    }
    return lines;
  }

  private static EndsLine line(
      String id, PendingChange change, String what, Map<String, String> codes) {
    return new EndsLine(change.at(), CareFileAgain.KIND + "/" + id, change.n(), what, codes);
  }
}
