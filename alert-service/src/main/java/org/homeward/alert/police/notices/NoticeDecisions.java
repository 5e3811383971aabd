package org.homeward.alert.police.notices;

import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.homeward.copies.CaseCopy;
import org.homeward.schema.disclosure.EarlierFacts;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.NoticeEnd;
import org.homeward.schema.snapshots.NoticeEndReason;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decides the next notice from a case copy and the present notice. */
final class NoticeDecisions {

  /** The newest editions that are remembered before the present one, and the first beside them. */
  private static final int EARLIER_KEPT = 10;

  /** The newest changes that still say what they replaced; a notice must not grow with each. */
  private static final int VALUES_KEPT = 3;

  /** The order in which one outcome is told of children with different ends. */
  private static final List<Outcome> GRAVEST_FIRST =
      List.of(
          Outcome.FOUND_DECEASED,
          Outcome.FOUND_HARMED,
          Outcome.UNRESOLVED,
          Outcome.OTHER,
          Outcome.FOUND_SAFE,
          Outcome.WRONG_CHILD,
          Outcome.UNFOUNDED);

  private final PoliceReading police;
  private final AddressNotice readers;
  private final UnaryOperator<String> links;
  private final String node;

  /**
   * @param links the id under which police reach a photo, by its id in intake
   * @param node slug of this node
   */
  NoticeDecisions(
      PoliceReading police, AddressNotice readers, UnaryOperator<String> links, String node) {
    this.police = police;
    this.readers = readers;
    this.links = links;
    this.node = node;
  }

  NoticeDecision decide(CaseCopy copy, Optional<PoliceNotice> notice, Instant at) {
    return switch (copy) {
      case CaseCopy.Erased stone ->
          notice.isEmpty()
              ? new NoticeDecision.NoNotice()
              : erased(notice.get(), stone.recalled(), at);
      case CaseCopy.Known(CaseSnapshot told) -> {
        boolean released = told.reports().stream().anyMatch(Report::isReleased);
        if (notice.isEmpty() && !released) yield new NoticeDecision.NoNotice(); // upholds 12
        yield switch (told.status()) {
          case OPEN -> open(told, notice, at);
          case ENDED -> ended(told, notice, at);
        };
      }
    };
  }

  /**
   * Police must keep records: what they were told ends, without its facts, and becomes a tombstone
   * when its time comes.
   */
  private NoticeDecision erased(PoliceNotice notice, boolean recalled, Instant at) {
    return switch (notice) {
      case PoliceNotice.Active active ->
          new NoticeDecision.Becomes(
              new PoliceNotice.Ended(
                  active.home(),
                  active.exercise(),
                  active.desk(),
                  active.notTo(),
                  Map.of(),
                  Code.of(Outcome.OTHER),
                  active.edition() + 1,
                  at,
                  earlier(Optional.of(active)),
                  readers.ended(active.address()),
                  active.withdrawn(),
                  recalled
                      ? NoticeEnd.of(NoticeEndReason.TAKEN_BACK, false)
                      : NoticeEnd.of(NoticeEndReason.ERASED, active.home().equals(node))),
              ChangeType.POLICE_NOTICE_ENDED);
      case PoliceNotice.Ended ended -> new NoticeDecision.Same(ended);
      case PoliceNotice.Erased stone -> new NoticeDecision.Same(stone);
    };
  }

  /** The tombstone of a notice; an erased notice stays as it is. */
  static NoticeDecision forget(PoliceNotice notice, Instant at) {
    if (notice instanceof PoliceNotice.Erased) {
      return new NoticeDecision.Same(notice);
    }
    var day = at.atOffset(ZoneOffset.UTC).with(LocalTime.MIN).toInstant();
    // The day, or the hour of the end would stay readable; but never before what a reader has.
    Instant updated = day.isAfter(notice.updated()) ? day : at;
    var stone =
        new PoliceNotice.Erased(
            notice.home(),
            notice.exercise(),
            notice.notTo(),
            YearMonth.from(at.atOffset(ZoneOffset.UTC)),
            notice.edition() + 1,
            updated);
    return new NoticeDecision.Becomes(stone, ChangeType.POLICE_NOTICE_ERASED);
  }

  private NoticeDecision open(CaseSnapshot told, Optional<PoliceNotice> notice, Instant at) {
    if (notice.isEmpty()) {
      var issued = List.of(new NoticeChange(at, List.of(NoticeChange.NEW)));
      return new NoticeDecision.Becomes(
          active(told, notice, 1, at, at, issued), ChangeType.POLICE_NOTICE_ISSUED);
    }
    return switch (notice.get()) {
      case PoliceNotice.Active last -> changed(last, told, at);
      // An end is an end, whatever a restored node tells later.
      case PoliceNotice.Ended last -> new NoticeDecision.Same(last);
      case PoliceNotice.Erased last -> new NoticeDecision.Same(last);
    };
  }

  private NoticeDecision changed(PoliceNotice.Active last, CaseSnapshot told, Instant at) {
    PoliceNotice.Active next =
        active(told, Optional.of(last), last.edition(), last.updated(), at, last.changed());
    if (next.equals(last)) {
      return new NoticeDecision.Same(last);
    }
    List<String> what = WhatChanged.between(last, next);
    if (what.isEmpty()) {
      // Only the exclusions changed; desks are not told.
      return new NoticeDecision.Becomes(
          next.mayHaveNewReaders(last) ? next.withoutOldValues() : next,
          ChangeType.POLICE_NOTICE_CHANGED);
    }
    Says was = EarlierFacts.replaced(Says.EMPTY, last.facts(), WhatChanged.facts(what));
    List<NoticeChange> all = new ArrayList<>(List.of(new NoticeChange(at, what, was)));
    all.addAll(last.changed());
    JsonNode now = SaysCodec.write(next.facts());
    all.replaceAll(change -> change.standingIn(now)); // upholds 6, 7
    // Desks that come to read it now had none of the old values.
    int valuesKept = next.mayHaveNewReaders(last) ? 0 : VALUES_KEPT;
    for (int i = valuesKept; i < all.size(); i++) {
      all.set(i, all.get(i).withoutValues()); // upholds 6
    }
    return new NoticeDecision.Becomes(
        next.changed(at, kept(all, EARLIER_KEPT + 1, all.getLast().isNew())),
        ChangeType.POLICE_NOTICE_CHANGED);
  }

  private NoticeDecision ended(CaseSnapshot told, Optional<PoliceNotice> notice, Instant at) {
    var end =
        new PoliceNotice.Ended(
            told.home(),
            told.exercise(),
            desk(told),
            told.notTo(),
            children(told),
            outcome(told),
            notice.map(PoliceNotice::edition).orElse(0) + 1,
            at,
            earlier(notice),
            readers.ended(told, notice, at),
            readers.withdrawn(notice, told.notTo(), at, earlier(notice)),
            NoticeEnd.of(NoticeEndReason.SEARCH_ENDED, told.home().equals(node)));
    if (notice.isPresent() && notice.get() instanceof PoliceNotice.Erased last) {
      return new NoticeDecision.Same(last);
    }
    if (notice.isPresent() && notice.get() instanceof PoliceNotice.Ended last) {
      PoliceNotice.Ended silent = end.toldAs(last);
      boolean news = !end.outcome().equals(last.outcome());
      return silent.equals(last)
          ? new NoticeDecision.Same(last)
          : new NoticeDecision.Becomes(news ? end : silent, ChangeType.POLICE_NOTICE_CHANGED);
    }
    return new NoticeDecision.Becomes(end, ChangeType.POLICE_NOTICE_ENDED);
  }

  /** The newest entries, and the oldest if it belongs to the first edition. */
  private static <T> List<T> kept(List<T> all, int newest, boolean first) {
    if (all.size() <= newest) {
      return all;
    }
    List<T> kept = new ArrayList<>(all.subList(0, newest));
    if (first) {
      kept.add(all.getLast());
    }
    return kept;
  }

  /** When the police were told what stands there now, and before; newest first. */
  private static List<Instant> earlier(Optional<PoliceNotice> notice) {
    List<Instant> times = new ArrayList<>();
    boolean first = false;
    switch (notice.orElse(null)) {
      case null -> {}
      case PoliceNotice.Active active -> {
        active.changed().forEach(change -> times.add(change.at()));
        first = !active.changed().isEmpty() && active.changed().getLast().isNew();
      }
      case PoliceNotice.Ended ended -> {
        times.add(ended.updated());
        times.addAll(ended.earlier());
        first = ended.earlier().size() > EARLIER_KEPT;
      }
      // The hour of an end must not stay readable.
      case PoliceNotice.Erased _ -> {}
    }
    return kept(times, EARLIER_KEPT, first);
  }

  /**
   * @param updated when the police were told of this edition
   * @param at now
   */
  private PoliceNotice.Active active(
      CaseSnapshot told,
      Optional<PoliceNotice> before,
      int edition,
      Instant updated,
      Instant at,
      List<NoticeChange> changed) {
    Says released = CaseFacts.ofReleased(told.reports());
    Map<String, ChildFacts> children = new TreeMap<>(released.children());
    children.keySet().removeIf(child -> hasEnded(told, child)); // upholds 7
    var readable = police.of(told, released.with().children(children).build());
    var next =
        new PoliceNotice.Active(
            told.home(),
            told.exercise(),
            desk(told),
            told.notTo(),
            children(told),
            readable.facts(),
            readable.withheld(),
            ToldByPhone.of(told),
            edition,
            updated,
            changed,
            readers.address(told, before, at),
            readers.withdrawn(before, told.notTo(), at, earlier(before)),
            Map.of(),
            null,
            photos(told),
            told.caseKind());
    return before.isPresent() && before.get() instanceof PoliceNotice.Active last
        ? next.goingOn(last)
        : next;
  }

  /** Intake has left out what police may not have; an ended child's photo goes in any case. */
  private List<NoticePhoto> photos(CaseSnapshot told) {
    return told.photos().stream()
        .filter(photo -> !hasEnded(told, photo.child())) // upholds 7
        .map(photo -> NoticePhoto.of(links.apply(photo.id()), photo))
        .toList();
  }

  /** Without those of whom only reports speak that are not on the feed. */
  private static Map<String, ChildStatus> children(CaseSnapshot told) {
    Set<String> onTheFeed = CaseFacts.ofReleased(told.reports()).children().keySet();
    Set<String> elsewhere =
        told.reports().stream()
            .filter(report -> !report.isReleased())
            .flatMap(report -> report.says().children().keySet().stream())
            .filter(child -> !onTheFeed.contains(child))
            .collect(Collectors.toSet());
    Map<String, ChildStatus> children = new TreeMap<>(told.children());
    children.keySet().removeAll(elsewhere); // upholds 12
    return children;
  }

  private static boolean hasEnded(CaseSnapshot told, String child) {
    return told.children().getOrDefault(child, ChildStatus.MISSING).status() == ChildState.ENDED;
  }

  private static @Nullable String desk(CaseSnapshot told) {
    return told.reports().stream()
        .map(Report::policeRelease)
        .filter(PoliceRelease.Released.class::isInstance)
        .map(release -> ((PoliceRelease.Released) release).desk())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static Code<Outcome> outcome(CaseSnapshot told) {
    return children(told).values().stream()
        .map(ChildStatus::outcome)
        .filter(outcome -> outcome != null)
        .min(Comparator.comparingInt(outcome -> GRAVEST_FIRST.indexOf(outcome.value())))
        .orElse(Code.of(Outcome.OTHER));
  }
}
