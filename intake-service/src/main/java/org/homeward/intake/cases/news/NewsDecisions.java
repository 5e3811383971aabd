package org.homeward.intake.cases.news;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.Heard;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.Task;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.AlertSnapshot;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.ErasureSnapshot;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.snapshots.RegisterEntry;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Code;

/**
 * Decides what alerts and handovers do to a case; pure and exhaustive. The case reaches the same
 * state in whatever order and however often events come.
 */
final class NewsDecisions {

  private static final Set<HandoverStatus> OVER =
      EnumSet.of(HandoverStatus.RECALLED, HandoverStatus.REVOKED, HandoverStatus.CLOSED);

  private static final Set<String> SAID_BY_POLICE =
      Stream.of(
              ChangeType.POLICE_NOTICE_SEEN,
              ChangeType.POLICE_NOTICE_ACTING,
              ChangeType.POLICE_NOTICE_NOT_OURS,
              ChangeType.POLICE_NOTICE_UNANSWERED)
          .map(ChangeType::text)
          .collect(Collectors.toUnmodifiableSet());

  private final UnaryOperator<String> reportIds;
  private final Supplier<Staff> staff;

  /**
   * @param reportIds the id of the one report of a foreign case, from the subject that brought it
   * @param staff asked when the owner of a case keeps it from somebody
   */
  NewsDecisions(UnaryOperator<String> reportIds, Supplier<Staff> staff) {
    this.reportIds = reportIds;
    this.staff = staff;
  }

  NewsDecision decide(Optional<KeptCase> kept, News news, Instant now) {
    boolean other = kept.isPresent() && isOfTheOtherMark(kept.get(), news.snapshot());
    if (other) return new NewsDecision.Stays(NewsFollowed.EXERCISE_CHANGED); // upholds 9
    return switch (news.snapshot()) {
      case HandoverSnapshot told when told.role() == HandoverSide.HOLDER ->
          held(kept, news, told, now);
      case HandoverSnapshot told -> handedOver(kept, news, told, now);
      case Tombstone stone when stone.kind() == SnapshotKind.HANDOVER -> gone(kept, news);
      case AlertSnapshot told -> heard(kept, news, isOut(told) ? Map.of() : over(news));
      case Tombstone stone when stone.kind() == SnapshotKind.ALERT -> heard(kept, news, over(news));
      case PoliceNoticeSnapshot told -> police(kept, news, told);
      case StopSnapshot stop when stop.caseId() != null -> stopped(kept, news, stop);
      case StopSnapshot _, Tombstone _, CaseSnapshot _, ErasureSnapshot _, RegisterEntry _ ->
          new NewsDecision.Stays(NewsFollowed.NOT_FOR_US);
    };
  }

  /** A case of another node, which is here as long as the handover holds it. */
  private NewsDecision held(
      Optional<KeptCase> kept, News news, HandoverSnapshot told, Instant now) {
    boolean notTheirs =
        kept.isPresent() && kept.get() instanceof Case live && !live.isBroughtBy(news.subject());
    if (notTheirs) return new NewsDecision.Stays(NewsFollowed.NOT_THE_OWNER); // upholds 5
    HandedCase content = told.content();
    if (content != null) {
      Set<String> notTo = content.notTo();
      boolean tooMany = notTo.size() > KeptCase.MOST_KEPT_FROM;
      if (tooMany) return new NewsDecision.Stays(NewsFollowed.TOO_MANY_KEPT_FROM); // upholds 5
      Set<String> here = kept.map(NewsDecisions::keptFromHere).orElse(Set.of());
      if (!notTo.isEmpty()) notTo = staff.get().boundBy(notTo, here); // upholds 5
      return switch (kept.orElse(null)) {
        case null ->
            written(Optional.empty(), opened(news, told, content, notTo, now), news, told, now);
        case Case live ->
            written(Optional.of(live), renewed(live, news, content, notTo, now), news, told, now);
        case ErasedCase _ -> new NewsDecision.Stays(NewsFollowed.ERASED_CASE);
      };
    }
    if (!OVER.contains(told.status())) {
      return new NewsDecision.Stays(NewsFollowed.NOT_FOR_US);
    }
    return switch (kept.orElse(null)) {
      case null ->
          told.status() != HandoverStatus.REVOKED && told.recall() != null
              ? erased(neverSeen(news, told, now))
              : new NewsDecision.Stays(NewsFollowed.UNKNOWN_CASE);
      case Case live -> erased(live.erased(EraseReason.RECALLED));
      case ErasedCase _ -> new NewsDecision.Stays(NewsFollowed.ERASED_CASE);
    };
  }

  private static Set<String> keptFromHere(KeptCase kept) {
    return kept instanceof Case live ? live.rulings().keptFrom() : Set.of();
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

  private Case opened(
      News news, HandoverSnapshot told, HandedCase content, Set<String> notTo, Instant now) {
    return ForeignCase.opened(news, told, content, notTo, reportIds.apply(news.subject()), now);
  }

  private static Case renewed(
      Case live, News news, HandedCase content, Set<String> notTo, Instant now) {
    boolean known = live.heard(news.subject()).version() >= news.version();
    if (known) return live; // upholds 2
    return ForeignCase.renewed(live, content, notTo, news.truncated(), now);
  }

  /** A case of ours that a partner was offered, or holds. */
  private static NewsDecision handedOver(
      Optional<KeptCase> kept, News news, HandoverSnapshot told, Instant now) {
    return switch (kept.orElse(null)) {
      case null -> new NewsDecision.Stays(NewsFollowed.UNKNOWN_CASE);
      case ErasedCase _ -> new NewsDecision.Stays(NewsFollowed.ERASED_CASE);
      case Case live when live.isForeign() -> new NewsDecision.Stays(NewsFollowed.NOT_THE_OWNER);
      case Case live -> written(Optional.of(live), live, news, told, now);
    };
  }

  /** A dialogue is erased; what it brought here must not outlive it. */
  private static NewsDecision gone(Optional<KeptCase> kept, News news) {
    return kept.isPresent() && kept.get() instanceof Case live && live.isBroughtBy(news.subject())
        ? erased(live.erased(EraseReason.RECALLED))
        : heard(kept, news, over(news));
  }

  private static boolean isOut(AlertSnapshot told) {
    return switch (told.status()) {
      case ACTIVE, FROZEN -> true;
      case CANCELLED, EXPIRED, ENDED -> false;
    };
  }

  private static Map<Heard.Mark, Long> over(News news) {
    return Map.of(Heard.Mark.OVER, news.version());
  }

  private static NewsDecision written(
      Optional<Case> before, Case next, News news, HandoverSnapshot told, Instant now) {
    Case changed = next;
    changed = Restraints.after(changed, news, told, now); // upholds 4
    var heard = news.told(asks(told), told.sightings(), Restraints.marks(news, told));
    return becomes(before, changed.hearing(news.subject(), heard));
  }

  /** A stop asks whether to freeze the case too, and whoever wants to lift it to think again. */
  private static NewsDecision stopped(Optional<KeptCase> kept, News news, StopSnapshot stop) {
    if (stop.lifted() || !(kept.orElse(null) instanceof Case live)) {
      return heard(kept, news, Map.of());
    }
    boolean isNew = live.heard(news.subject()).version() < news.version();
    Case next = live;
    if (isNew) next = next.stopped(); // upholds 4
    var heard = news.told(Set.of(Task.Kind.FREEZE_CASE_TOO), List.of(), Map.of());
    return becomes(Optional.of(live), next.hearing(news.subject(), heard));
  }

  /**
   * Applies desks' answers, and the news that no desk has the search in hand. The rest of a notice
   * is this case's own news: it changes nothing here, or each release would make the page that
   * people work on old.
   */
  private static NewsDecision police(
      Optional<KeptCase> kept, News news, PoliceNoticeSnapshot told) {
    News words = news.with(SAID_BY_POLICE);
    boolean known =
        kept.isPresent()
            && kept.get() instanceof Case live
            && live.heard().containsKey(news.subject());
    if (!known && !told.unanswered() && words.happenings().isEmpty()) {
      return new NewsDecision.Stays(NewsFollowed.NOT_FOR_US);
    }
    Set<Task.Kind> asks = EnumSet.noneOf(Task.Kind.class);
    if (told.unanswered()) asks.add(Task.Kind.CALL_POLICE); // upholds 11
    return hears(kept, news, words.told(asks, List.of(), Map.of()));
  }

  private static NewsDecision heard(
      Optional<KeptCase> kept, News news, Map<Heard.Mark, Long> marks) {
    return hears(kept, news, news.told(Set.of(), List.of(), marks));
  }

  private static NewsDecision hears(Optional<KeptCase> kept, News news, Heard told) {
    return switch (kept.orElse(null)) {
      case null -> new NewsDecision.Stays(NewsFollowed.UNKNOWN_CASE);
      case ErasedCase _ -> new NewsDecision.Stays(NewsFollowed.ERASED_CASE);
      case Case live -> becomes(Optional.of(live), live.hearing(news.subject(), told));
    };
  }

  private static NewsDecision erased(ErasedCase stone) {
    return new NewsDecision.Becomes(stone, List.of(ChangeType.CASE_ERASED));
  }

  private static NewsDecision becomes(Optional<Case> before, Case next) {
    if (before.isPresent() && before.get().equals(next)) {
      return new NewsDecision.Stays(NewsFollowed.KNOWN);
    }
    return new NewsDecision.Becomes(next, changes(before, next));
  }

  /** The most important change is last, because the last one names the event. */
  private static List<ChangeType> changes(Optional<Case> before, Case next) {
    List<ChangeType> changes = new ArrayList<>();
    if (before.isEmpty()) {
      changes.add(ChangeType.CASE_REPORTED);
    } else if (!before.get().saysTheSameAs(next) || before.get().isBraked() != next.isBraked()) {
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
