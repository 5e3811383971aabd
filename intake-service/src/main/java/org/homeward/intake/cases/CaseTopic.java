package org.homeward.intake.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.disclosure.TopicFilter;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.CaseStatus;
import org.homeward.schema.facts.ChildStatus;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Snapshot;
import org.homeward.schema.facts.SnapshotKind;
import org.homeward.schema.facts.Tombstone;

/** Renders a case as its event: what readers outside intake may know, and nothing else. */
public final class CaseTopic implements FitsEvent {

  private final EventCodec codec;

  CaseTopic(EventCodec codec) {
    this.codec = codec;
  }

  /** One event with all pending changes and the present snapshot. */
  public EventRecord render(Guarded<KeptCase> document) {
    KeptCase state = document.state();
    Snapshot snapshot =
        switch (state) {
          case Case live -> snapshot(live);
          case ErasedCase stone ->
              new Tombstone(
                  stone.id(),
                  SnapshotKind.CASE,
                  stone.exercise(),
                  stone.month(),
                  stone.notTo(),
                  stone.forgotten());
        };
    return EventRecords.of(
        codec.write(
            state.id(),
            Envelope.of(
                state.home(), document.version(), EventRecords.changes(document), snapshot)));
  }

  @Override
  public boolean fits(Case state) {
    Case released =
        new Case(
            state.id(),
            state.home(),
            state.exercise(),
            state.openedAt(),
            state.freeze(),
            state.notTo(),
            state.children(),
            state.reports().stream().map(CaseTopic::asIfReleased).toList(),
            List.of());
    return codec.carries(Envelope.of(state.home(), 1, List.of(), snapshot(released)));
  }

  private static KeptReport asIfReleased(KeptReport report) {
    return report.report().isHeld()
        ? report.releasedAs(new PoliceRelease.Released("any-desk", Code.of(Basis.LEGAL_DUTY)))
        : report;
  }

  /** The case as readers outside intake may know it. */
  public static CaseSnapshot snapshot(Case state) {
    List<Report> reports =
        state.reports().stream().map(r -> TopicFilter.forReaders(r.report())).toList();
    Map<String, ChildStatus> children = new LinkedHashMap<>();
    state.children().forEach((id, child) -> children.put(id, child.status()));
    children.keySet().retainAll(spokenOf(state)); // upholds 12
    return new CaseSnapshot(
        state.id(),
        state.home(),
        state.exercise(),
        state.standing() == Case.Standing.ENDED ? CaseStatus.ENDED : CaseStatus.OPEN,
        state.isFrozen(),
        state.isBraked(),
        brakes(state),
        state.notTo(),
        children,
        reports);
  }

  /** Tells the bridge which brakes a lift has answered: it may know of a newer one. */
  private static Map<String, Long> brakes(Case state) {
    Map<String, Long> brakes = new TreeMap<>();
    state
        .heard()
        .forEach(
            (subject, told) -> {
              if (told.brakes() > 0) {
                brakes.put(subject.substring(subject.indexOf('/') + 1), told.brakes());
              }
            });
    return brakes;
  }

  /** A child that appears only in held reports is not published. */
  private static Set<String> spokenOf(Case state) {
    return state.reports().stream()
        .filter(report -> !report.report().isHeld())
        .flatMap(CaseTopic::children)
        .collect(Collectors.toSet());
  }

  /** Those it brought stay known, even when all it said of them is taken back. */
  private static Stream<String> children(KeptReport report) {
    return Stream.concat(
        report.newChildren().stream(), report.report().says().children().keySet().stream());
  }
}
