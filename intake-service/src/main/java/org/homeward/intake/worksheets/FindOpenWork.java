package org.homeward.intake.worksheets;

import java.util.List;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.LookAtCase;

/** Reads the open items of a worksheet; the offer of an interview is asked for where it is kept. */
final class FindOpenWork implements OpenWork {

  private final GuardedDocuments<KeptSheet> sheets;

  FindOpenWork(GuardedDocuments<KeptSheet> sheets) {
    this.sheets = sheets;
  }

  @Override
  public List<Open> of(LookAtCase.Seen seen) {
    return sheets
        .find(seen.id())
        .filter(read -> read.state() instanceof Worksheet)
        .map(read -> ((Worksheet) read.state()).items())
        .orElse(List.of())
        .stream()
        .filter(WorkItem::isOpen)
        .filter(item -> !item.isHiddenFrom(seen.person())) // upholds 6
        .filter(item -> item.kind() != WorkItem.Kind.INTERVIEW)
        .map(item -> new Open(kind(item)))
        .toList();
  }

  private static String kind(WorkItem item) {
    WorkItem.Check check = item.check();
    return check == null ? item.kind().name() : check.code();
  }
}
