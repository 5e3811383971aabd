package org.homeward.bridge.handovers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.facts.HandoverStatus;
import org.jspecify.annotations.Nullable;

/** Shows where handovers stand; nothing of what they hold. */
public final class ViewHandovers {

  private static final int MAX_OF_CASE = 500;

  private final GuardedDocuments<Handover> handovers;

  public ViewHandovers(GuardedDocuments<Handover> handovers) {
    this.handovers = handovers;
  }

  public Optional<Guarded<Handover>> one(String id) {
    return handovers.find(id);
  }

  /** Those after an id, by id; null asks for all. */
  public List<Guarded<Handover>> page(
      @Nullable HandoverStatus status, @Nullable String caseId, String after, int limit) {
    if (caseId != null) {
      return handovers.page("caseId", caseId, after, MAX_OF_CASE).stream()
          .filter(found -> status == null || found.state().status() == status)
          .limit(limit)
          .toList();
    }
    return status != null
        ? handovers.page("status", status.name(), after, limit)
        : Stream.of(false, true)
            .flatMap(mark -> handovers.page("exercise", mark, after, limit).stream())
            .sorted(Comparator.comparing(Guarded::id))
            .limit(limit)
            .toList();
  }
}
