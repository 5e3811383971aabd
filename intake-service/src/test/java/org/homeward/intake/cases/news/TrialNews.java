package org.homeward.intake.cases.news;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverBrake;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** News of one case, what becomes of it, and the case that it becomes of. */
final class TrialNews {

  static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  static final String ID = RandomNews.CASE;

  private static final Staff STAFF =
      new Staff(Map.of(), Set.of(), Set.of("jelena", "milica"), Set.of("vera"));
  private static final NewsDecisions DECISIONS =
      new NewsDecisions(subject -> "report-of-" + subject, () -> STAFF);

  private TrialNews() {}

  /** A case of this node with one child, before any news. */
  static Case own(boolean exercise) {
    Says says = Says.builder().children(Map.of("c1", ChildFacts.EMPTY)).build();
    var report =
        KeptReport.held(
            "r1",
            Channel.PHONE,
            HoldReason.UNDECIDED,
            says,
            List.of("c1"),
            Says.EMPTY,
            new Command("k", "h"),
            "p1",
            NOW);
    return new Case(
        ID,
        "rs",
        exercise,
        NOW,
        null,
        Set.of(),
        Map.of("c1", KeptChild.MISSING),
        List.of(report),
        List.of());
  }

  static NewsDecision decided(Optional<KeptCase> kept, News news) {
    return DECISIONS.decide(kept, news, NOW);
  }

  static Optional<KeptCase> after(Optional<KeptCase> kept, List<News> news) {
    Optional<KeptCase> now = kept;
    for (News each : news) {
      if (decided(now, each) instanceof NewsDecision.Becomes(var next, var _)) {
        now = Optional.of(next);
      }
    }
    return now;
  }

  static Case after(Case now, News... news) {
    return (Case) after(Optional.of(now), List.of(news)).orElseThrow();
  }

  /** The case of another node that this news brings. */
  static Case brought(News... news) {
    return (Case) after(Optional.empty(), List.of(news)).orElseThrow();
  }

  static NewsFollowed why(NewsDecision decided) {
    return ((NewsDecision.Stays) decided).why();
  }

  static News news(long version, Snapshot snapshot) {
    return new News(
        ID, snapshot.kind().word() + "/" + snapshot.id(), version, List.of(), snapshot, false);
  }

  static News braked(long version, long count, boolean referenced) {
    var brake = new HandoverBrake(count, referenced);
    return news(version, owned(HandoverStatus.RELEASED).braked(brake).snapshot());
  }

  static News frozen(long version, HandoverSide role) {
    Told told =
        role == HandoverSide.OWNER
            ? owned(HandoverStatus.RELEASED)
            : held(HandoverStatus.RELEASED, RandomNews.content("x", false));
    return news(version, told.frozen().snapshot());
  }

  static News calm(long version) {
    HandedCase content = RandomNews.content("x", false);
    return news(version, held(HandoverStatus.RELEASED, content).snapshot());
  }

  /** A handover of a case of this node. */
  static Told owned(HandoverStatus status) {
    return new Told(HandoverSide.OWNER, false, status, false, false, null, null, List.of(), null);
  }

  /** A handover of a partner's case. */
  static Told held(HandoverStatus status, @Nullable HandedCase content) {
    return new Told(
        HandoverSide.HOLDER, false, status, false, false, null, content, List.of(), null);
  }

  /** What the bridge tells of a handover. */
  record Told(
      HandoverSide role,
      boolean exercise,
      HandoverStatus status,
      boolean isFrozen,
      boolean isBraked,
      @Nullable HandoverBrake brake,
      @Nullable HandedCase content,
      List<HandoverTask> tasks,
      @Nullable RecallReason recall) {

    Told frozen() {
      return new Told(role, exercise, status, true, isBraked, brake, content, tasks, recall);
    }

    /**
     * @param with null as an earlier build tells of it
     */
    Told braked(@Nullable HandoverBrake with) {
      return new Told(role, exercise, status, isFrozen, true, with, content, tasks, recall);
    }

    Told open(HandoverTask task) {
      return new Told(
          role, exercise, status, isFrozen, isBraked, brake, content, List.of(task), recall);
    }

    Told recalled(RecallReason why) {
      return new Told(role, exercise, status, isFrozen, isBraked, brake, content, tasks, why);
    }

    HandoverSnapshot snapshot() {
      return new HandoverSnapshot(
          "h1",
          ID,
          role,
          "gr",
          role == HandoverSide.OWNER ? "rs" : "gr",
          exercise,
          status,
          isFrozen,
          isBraked,
          brake,
          null,
          content,
          List.of(),
          tasks.stream().map(Code::of).toList(),
          recall == null ? null : Code.of(recall),
          List.of());
    }
  }
}
