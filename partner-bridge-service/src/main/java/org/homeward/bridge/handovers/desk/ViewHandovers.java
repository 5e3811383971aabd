package org.homeward.bridge.handovers.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.bridge.sight.SeeHandovers.CaseSubject;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.face.access.Caller;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverStatus;
import org.jspecify.annotations.Nullable;

/**
 * Shows the states of handovers without content. Each look is recorded before its answer leaves,
 * and a person in the case's {@code notTo} finds none of its handovers.
 */
public final class ViewHandovers {

  private static final int MAX_OF_CASE = 500;

  /** The fields that decide who may see a handover. */
  private static final String[] SUBJECT = {"role", "caseId", "content.notTo"};

  private final GuardedDocuments<Handover> handovers;
  private final SeeHandovers seeHandovers;

  ViewHandovers(GuardedDocuments<Handover> handovers, SeeHandovers seeHandovers) {
    this.handovers = handovers;
    this.seeHandovers = seeHandovers;
  }

  /**
   * A handover that this person may see.
   *
   * @param proof for what the person does with it
   */
  public record SeenHandover(Guarded<Handover> handover, SeenCase proof) {

    Handover state() {
      return handover.state();
    }
  }

  /**
   * A page by id; what must not be shown to this person is left out.
   *
   * @param next the id after which the next page begins; empty when this is the last
   */
  record Page(List<Guarded<Handover>> handovers, Optional<String> next) {}

  /** Empty when there is none, or none that may be shown to this person. */
  public Optional<SeenHandover> one(String id, Caller caller) {
    return seeHandovers
        .see(id, handovers.excerpts().of(id, SUBJECT).map(ViewHandovers::subject), caller)
        .flatMap(proof -> seen(id, proof));
  }

  /** The same for a recall, which no missing key of the audit trail holds up. */
  Optional<SeenHandover> oneToRecall(String id, Caller caller) {
    return seeHandovers
        .seeToRecall(id, handovers.excerpts().of(id, SUBJECT).map(ViewHandovers::subject), caller)
        .flatMap(proof -> seen(id, proof));
  }

  /** Read after the proof: of what a person must not see, the store gives the {@link #SUBJECT}. */
  private Optional<SeenHandover> seen(String id, SeenCase proof) {
    return handovers.find(id).map(found -> new SeenHandover(found, proof));
  }

  /** Those of one case after an id; none when this person must not know of the case. */
  Page ofCase(
      String caseId, @Nullable HandoverStatus status, String after, int limit, Caller caller) {
    Optional<CaseSubject> subject =
        handovers.excerpts().ofFirst("caseId", caseId, SUBJECT).map(ViewHandovers::subject);
    if (seeHandovers.see(caseId, subject, caller).isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    return page(
        handovers.page("caseId", caseId, "", MAX_OF_CASE).stream()
            .filter(found -> status == null || found.state().status() == status)
            .filter(found -> found.id().compareTo(after) > 0)
            .toList(),
        limit);
  }

  /**
   * Those after an id. Others take the place of what this person must not know of, so that no page
   * tells of it by its length or its end.
   */
  Page page(@Nullable HandoverStatus status, String after, int limit, Caller caller) {
    List<Guarded<Handover>> seen = new ArrayList<>();
    String last = after;
    List<Guarded<Handover>> found;
    do {
      found = found(status, last, limit + 1);
      seen.addAll(seeHandovers.among(found, ViewHandovers::subject, caller)); // upholds 6
      last = found.isEmpty() ? last : found.getLast().id();
    } while (seen.size() <= limit && found.size() > limit);
    Page page = page(seen, limit);
    look(page.handovers(), caller);
    return page;
  }

  /** Those of one role, by what is awaited first; what this person must not know of is left out. */
  ListPage<Handover> awaited(ListWalk walk, int limit, Caller caller) {
    ListPage<Handover> page = handovers.list(walk, limit, state -> sees(state, caller));
    look(page.documents(), caller);
    return page;
  }

  /** Those of these handovers that this person may know of; nothing is shown, so no look. */
  Set<String> known(Set<String> ids, Caller caller) {
    List<Map.Entry<String, Excerpt>> found =
        List.copyOf(handovers.excerpts().of(ids, SUBJECT).entrySet());
    found = seeHandovers.among(found, each -> subject(each.getValue()), caller); // upholds 6
    return found.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private boolean sees(Handover state, Caller caller) {
    List<Handover> seen = seeHandovers.among(List.of(state), ViewHandovers::subject, caller);
    if (seen.isEmpty()) return false; // upholds 6
    return true;
  }

  private void look(List<Guarded<Handover>> shown, Caller caller) {
    seeHandovers.look(
        shown.stream()
            .flatMap(each -> Stream.of(each.state().caseId(), each.id()))
            .distinct()
            .toList(),
        caller);
  }

  private static Page page(List<Guarded<Handover>> seen, int limit) {
    return seen.size() <= limit
        ? new Page(seen, Optional.empty())
        : new Page(List.copyOf(seen.subList(0, limit)), Optional.of(seen.get(limit - 1).id()));
  }

  private List<Guarded<Handover>> found(@Nullable HandoverStatus status, String after, int limit) {
    return status != null
        ? handovers.page("status", status.name(), after, limit)
        : Stream.of(false, true)
            .flatMap(mark -> handovers.page("exercise", mark, after, limit).stream())
            .sorted(Comparator.comparing(Guarded::id))
            .limit(limit)
            .toList();
  }

  /** A partner's word binds as long as its content is held. */
  private static CaseSubject subject(Guarded<Handover> found) {
    return subject(found.state());
  }

  private static CaseSubject subject(Handover found) {
    return switch (found) {
      case Owned owned -> CaseSubject.ofCase(owned.caseId());
      case Held held -> {
        HandedCase content = held.content();
        yield new CaseSubject(held.caseId(), false, content == null ? Set.of() : content.notTo());
      }
    };
  }

  private static CaseSubject subject(Excerpt found) {
    String caseId = found.text("caseId").orElseThrow();
    return found.text("role").orElseThrow().equals("HOLDER")
        ? new CaseSubject(caseId, false, found.texts("content.notTo"))
        : CaseSubject.ofCase(caseId);
  }
}
