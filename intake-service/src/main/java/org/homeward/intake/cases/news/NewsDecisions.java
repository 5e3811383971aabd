package org.homeward.intake.cases.news;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.EraseReason;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.Task;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.AlertSnapshot;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.ErasureSnapshot;
import org.homeward.schema.facts.HandedCase;
import org.homeward.schema.facts.HandoverSide;
import org.homeward.schema.facts.HandoverSnapshot;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.PoliceNoticeSnapshot;
import org.homeward.schema.facts.Snapshot;
import org.homeward.schema.facts.SnapshotKind;
import org.homeward.schema.facts.StopSnapshot;
import org.homeward.schema.facts.Tombstone;

/**
 * Decides what alerts and handovers do to a case; pure and exhaustive. The case reaches the same
 * state in whatever order and however often events come.
 */
final class NewsDecisions {

  private static final Set<HandoverStatus> OVER =
      EnumSet.of(HandoverStatus.RECALLED, HandoverStatus.REVOKED, HandoverStatus.CLOSED);

  private final UnaryOperator<String> reportIds;

  /**
   * @param reportIds the id of the one report of a foreign case, from the subject that brought it
   */
  NewsDecisions(UnaryOperator<String> reportIds) {
    this.reportIds = reportIds;
  }

  NewsDecided decide(Optional<KeptCase> kept, News news, Instant now) {
    boolean other = kept.isPresent() && isOfTheOtherMark(kept.get(), news.snapshot());
    if (other) return new NewsDecided.Stays(NewsFollowed.EXERCISE_CHANGED); // upholds 9
    return switch (news.snapshot()) {
      case HandoverSnapshot told when told.role() == HandoverSide.HOLDER ->
          held(kept, news, told, now);
      case HandoverSnapshot told -> handedOver(kept, news, told, now);
      case Tombstone stone when stone.kind() == SnapshotKind.HANDOVER -> gone(kept, news);
      case AlertSnapshot _ -> heard(kept, news, Set.of());
      case Tombstone stone when stone.kind() == SnapshotKind.ALERT -> heard(kept, news, Set.of());
      case StopSnapshot stop when stop.caseId() != null ->
          heard(kept, news, stop.lifted() ? Set.of() : Set.of(Task.Kind.FREEZE_CASE_TOO));
      case StopSnapshot _, Tombstone _, CaseSnapshot _, PoliceNoticeSnapshot _, ErasureSnapshot _ ->
          new NewsDecided.Stays(NewsFollowed.NOT_FOR_US);
    };
  }

  /** A case of another node, which is here as long as the handover holds it. */
  private NewsDecided held(Optional<KeptCase> kept, News news, HandoverSnapshot told, Instant now) {
    boolean notTheirs =
        kept.isPresent() && kept.get() instanceof Case live && !live.isBroughtBy(news.subject());
    if (notTheirs) return new NewsDecided.Stays(NewsFollowed.NOT_THE_OWNER); // upholds 5
    HandedCase content = told.content();
    if (content != null) {
      return switch (kept.orElse(null)) {
        case null -> written(Optional.empty(), opened(news, told, content, now), news, told, now);
        case Case live ->
            written(Optional.of(live), renewed(live, news, content, now), news, told, now);
        case ErasedCase _ -> new NewsDecided.Stays(NewsFollowed.ERASED_CASE);
      };
    }
    if (!OVER.contains(told.status())) {
      return new NewsDecided.Stays(NewsFollowed.NOT_FOR_US);
    }
    return switch (kept.orElse(null)) {
      case null ->
          told.status() != HandoverStatus.REVOKED && told.recall() != null
              ? erased(neverSeen(news, told, now))
              : new NewsDecided.Stays(NewsFollowed.UNKNOWN_CASE);
      case Case live -> erased(live.erased(EraseReason.RECALLED));
      case ErasedCase _ -> new NewsDecided.Stays(NewsFollowed.ERASED_CASE);
    };
  }

  /** The tombstone comes first when the case was recalled before it could be read. */
  private static ErasedCase neverSeen(News news, HandoverSnapshot told, Instant now) {
    return new ErasedCase(
        news.caseId(),
        told.home(),
        told.exercise(),
        YearMonth.from(now.atZone(ZoneOffset.UTC)),
        Set.of(),
        EraseReason.RECALLED,
        false);
  }

  private Case opened(News news, HandoverSnapshot told, HandedCase content, Instant now) {
    return ForeignCase.opened(news, told, content, reportIds.apply(news.subject()), now);
  }

  private static Case renewed(Case live, News news, HandedCase content, Instant now) {
    boolean known = live.heard(news.subject()).version() >= news.version();
    if (known) return live; // upholds 2
    return ForeignCase.renewed(live, content, news.truncated(), now);
  }

  /** A case of ours that a partner was offered, or holds. */
  private static NewsDecided handedOver(
      Optional<KeptCase> kept, News news, HandoverSnapshot told, Instant now) {
    return switch (kept.orElse(null)) {
      case null -> new NewsDecided.Stays(NewsFollowed.UNKNOWN_CASE);
      case ErasedCase _ -> new NewsDecided.Stays(NewsFollowed.ERASED_CASE);
      case Case live when live.isForeign() -> new NewsDecided.Stays(NewsFollowed.NOT_THE_OWNER);
      case Case live -> written(Optional.of(live), live, news, told, now);
    };
  }

  /** A dialogue is erased; what it brought here must not outlive it. */
  private static NewsDecided gone(Optional<KeptCase> kept, News news) {
    return kept.isPresent() && kept.get() instanceof Case live && live.isBroughtBy(news.subject())
        ? erased(live.erased(EraseReason.RECALLED))
        : heard(kept, news, Set.of());
  }

  private static NewsDecided written(
      Optional<Case> before, Case next, News news, HandoverSnapshot told, Instant now) {
    Case changed = next;
    if (told.frozen() || told.braked()) {
      changed = changed.frozen(now, "bridge"); // upholds 4
    }
    changed = changed.hearing(news.subject(), news.told(asks(told), told.sightings()));
    return becomes(before, changed);
  }

  private static NewsDecided heard(Optional<KeptCase> kept, News news, Set<Task.Kind> asks) {
    return switch (kept.orElse(null)) {
      case null -> new NewsDecided.Stays(NewsFollowed.UNKNOWN_CASE);
      case ErasedCase _ -> new NewsDecided.Stays(NewsFollowed.ERASED_CASE);
      case Case live ->
          becomes(Optional.of(live), live.hearing(news.subject(), news.told(asks, List.of())));
    };
  }

  private static NewsDecided erased(ErasedCase stone) {
    return new NewsDecided.Becomes(stone, List.of(ChangeType.CASE_ERASED));
  }

  private static NewsDecided becomes(Optional<Case> before, Case next) {
    if (before.isPresent() && before.get().equals(next)) {
      return new NewsDecided.Stays(NewsFollowed.KNOWN);
    }
    return new NewsDecided.Becomes(next, changes(before, next));
  }

  /** The most important change is last, because the last one names the event. */
  private static List<ChangeType> changes(Optional<Case> before, Case next) {
    List<ChangeType> changes = new ArrayList<>();
    if (before.isEmpty()) {
      changes.add(ChangeType.CASE_REPORTED);
    } else if (!before.get().saysTheSameAs(next)) {
      changes.add(ChangeType.CASE_AMENDED);
    }
    if (next.isFrozen() && !before.map(Case::isFrozen).orElse(false)) {
      changes.add(ChangeType.CASE_FROZEN);
    }
    if (next.endedChildren() > before.map(Case::endedChildren).orElse(0L)) {
      changes.add(ChangeType.CASE_ENDED);
    }
    return changes;
  }

  private static Set<Task.Kind> asks(HandoverSnapshot told) {
    Set<Task.Kind> asks = EnumSet.noneOf(Task.Kind.class);
    for (Code<HandoverTask> open : told.open()) {
      switch (open.value()) {
        case READ_SIGHTING -> asks.add(Task.Kind.READ_SIGHTING);
        case READ_PROPOSAL -> asks.add(Task.Kind.READ_PROPOSAL);
        case ACKNOWLEDGEMENT_OVERDUE,
            ANSWER_OVERDUE,
            GAVE_UP,
            RECEIPT_OVERDUE,
            CALL_PARTNER,
            RECALL_PARTNER,
            PERSONS_NAMED,
            OTHER ->
            asks.add(Task.Kind.CALL_PARTNER);
      }
    }
    return asks;
  }

  /** A stop has no mark: whoever orders one means it. */
  private static boolean isOfTheOtherMark(KeptCase kept, Snapshot told) {
    return !(told instanceof StopSnapshot) && told.exercise() != kept.exercise();
  }
}
