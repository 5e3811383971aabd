package org.homeward.intake.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** The assessments of a case, in their order. */
final class Assessments {

  private static final int PAGE = 200;

  private final GuardedDocuments<KeptAssessment> documents;
  private final DerivedIds ids;

  Assessments(GuardedDocuments<KeptAssessment> documents, DerivedIds ids) {
    this.documents = documents;
    this.ids = ids;
  }

  String id(String caseId, int number) {
    return ids.of("assessment", caseId, number);
  }

  Optional<Assessment> find(String caseId, int number) {
    return documents.find(id(caseId, number)).map(Guarded::state).flatMap(Assessments::live);
  }

  /** The newest before this one whose report says it. */
  Optional<Assessment> writtenBefore(String caseId, int number) {
    for (int earlier = number - 1; earlier > 0; earlier--) {
      Optional<Assessment> written =
          find(caseId, earlier).filter(it -> it.written() == Assessment.Written.DONE);
      if (written.isPresent()) {
        return written;
      }
    }
    return Optional.empty();
  }

  /** The newest first. */
  List<Assessment> of(String caseId) {
    List<Assessment> all = new ArrayList<>();
    forEach(caseId, each -> live(each.state()).ifPresent(all::add));
    all.sort(Comparator.comparing(Assessment::number).reversed());
    return all;
  }

  void forEach(String caseId, Consumer<Guarded<KeptAssessment>> each) {
    List<Guarded<KeptAssessment>> page = documents.page(Assessment.CASE_ID, caseId, "", PAGE);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = documents.page(Assessment.CASE_ID, caseId, page.getLast().id(), PAGE);
    }
  }

  private static Optional<Assessment> live(KeptAssessment state) {
    return state instanceof Assessment assessment ? Optional.of(assessment) : Optional.empty();
  }
}
