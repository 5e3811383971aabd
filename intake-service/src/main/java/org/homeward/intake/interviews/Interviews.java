package org.homeward.intake.interviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.aftercare.Interviewed;
import org.homeward.schema.facts.Feared;

/** The interviews of a case. */
final class Interviews implements Interviewed {

  private static final int PAGE = 200;

  private final GuardedDocuments<KeptInterview> documents;
  private final DerivedIds ids;

  Interviews(GuardedDocuments<KeptInterview> documents, DerivedIds ids) {
    this.documents = documents;
    this.ids = ids;
  }

  /** One of them. */
  record Found(String id, Interview interview) {}

  String id(String caseId, String child, int number) {
    return ids.of("interview", caseId + "/" + child, number);
  }

  /** The task that rings while no report says the danger of an interview. */
  String dangerTask(String id) {
    return ids.of("danger", id, 0);
  }

  /** The newest first. */
  List<Found> of(String caseId) {
    List<Found> all = new ArrayList<>();
    forEach(caseId, each -> live(each).ifPresent(all::add));
    all.sort(
        Comparator.comparing((Found it) -> it.interview().offeredAt())
            .thenComparing(Found::id)
            .reversed());
    return all;
  }

  /** The last one that was offered to this child. */
  Optional<Interview> last(String caseId, String child) {
    return of(caseId).stream()
        .map(Found::interview)
        .filter(each -> each.child().equals(child))
        .max(Comparator.comparing(Interview::number));
  }

  /** One of this case. */
  Optional<Found> find(String caseId, String id) {
    return documents
        .find(id)
        .flatMap(Interviews::live)
        .filter(each -> each.interview().caseId().equals(caseId));
  }

  @Override
  public Spoken spoken(String caseId) {
    List<Interview> all = of(caseId).stream().map(Found::interview).toList();
    Set<Feared> feared =
        all.stream().flatMap(each -> each.feared().stream()).collect(Collectors.toSet());
    int open = (int) all.stream().filter(Interview::isOpen).count();
    return new Spoken(open > 0, all.size() - open, feared);
  }

  void forEach(String caseId, Consumer<Guarded<KeptInterview>> each) {
    List<Guarded<KeptInterview>> page = documents.page(Interview.CASE_ID, caseId, "", PAGE);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = documents.page(Interview.CASE_ID, caseId, page.getLast().id(), PAGE);
    }
  }

  private static Optional<Found> live(Guarded<KeptInterview> found) {
    return found.state() instanceof Interview interview
        ? Optional.of(new Found(found.id(), interview))
        : Optional.empty();
  }
}
