package org.homeward.intake.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.disclosure.TopicFilter;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;

/** Renders a case as its event: what readers outside intake may know, and nothing else. */
public final class CaseTopic implements ChangeCase.FitsEvent {

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
                  stone.forgotten(),
                  stone.reason() == EraseReason.RECALLED);
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
                List.of())
            .with(state.rulings());
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
            reports,
            photos(state),
            OrdersWord.ofReaders(state, children.keySet()).map(OrdersCheck::told).orElse(null),
            null)
        .ofKind(state.rulings().kind().kind());
  }

  /** Released photos of children who are still missing and of whom a released report speaks. */
  private static List<CasePhoto> photos(Case state) {
    return new TreeMap<>(state.rulings().photos())
        .values().stream()
            .flatMap(photo -> Optional.ofNullable(photo.released()).stream())
            .filter(photo -> state.isSearchedByPolice(photo.child())) // upholds 12
            .limit(CasePhoto.MOST_OF_A_CASE) // a case holds no more: KeepUpload
            .map(photo -> isStopped(state) ? photo.withoutPublic() : photo) // upholds 4
            .flatMap(photo -> ofItsKind(state, photo).stream())
            .toList();
  }

  /** Of a case of another kind nobody but police gets a picture. */
  private static Optional<CasePhoto> ofItsKind(Case state, CasePhoto photo) {
    if (state.rulings().kind().is(CaseKind.MISSING)) {
      return Optional.of(photo);
    }
    return Optional.of(photo)
        .filter(each -> each.isFor(Audience.POLICE))
        .map(CasePhoto::forPoliceAlone); // upholds 6
  }

  private static boolean isStopped(Case state) {
    return state.isFrozen() || state.isBraked();
  }

  /**
   * The brakes counted here; the bridge may already know a newer one that a lift did not answer.
   */
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

  /** A child that the report introduced stays published, even if an amendment removed its facts. */
  private static Stream<String> children(KeptReport report) {
    return Stream.concat(
        report.newChildren().stream(), report.report().says().children().keySet().stream());
  }
}
