package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Report;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A case as the topic tells it.
 *
 * @param home slug of the node which owns the case
 * @param braked a partner asked to hold it: no further batch, no new alert, no new release
 * @param brakes by handover, how many of its partner's brakes the case knows of
 * @param notTo {@code country:TR}, {@code node:gr}, {@code desk:…}, {@code person:…}
 * @param children state by child id
 * @param photos those that were released to police
 * @param ordersChecked null until police have checked the orders of all of these children
 * @param caseKind null for a case of a missing child; a tombstone's {@code kind} is something else
 */
public record CaseSnapshot(
    String id,
    String home,
    boolean exercise,
    CaseStatus status,
    boolean frozen,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean braked,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> brakes,
    Set<String> notTo,
    Map<String, ChildStatus> children,
    List<Report> reports,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CasePhoto> photos,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OrdersChecked ordersChecked,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Code<CaseKind> caseKind)
    implements Snapshot {

  public CaseSnapshot {
    requireNonNull(id, "id");
    requireNonNull(home, "home");
    requireNonNull(status, "status");
    brakes = Copies.map(brakes);
    notTo = Copies.set(notTo);
    children = Copies.map(children);
    reports = Copies.list(reports);
    photos = Copies.list(photos);
  }

  /** One without photos, of whose orders nothing is known. */
  public CaseSnapshot(
      String id,
      String home,
      boolean exercise,
      CaseStatus status,
      boolean frozen,
      boolean braked,
      Map<String, Long> brakes,
      Set<String> notTo,
      Map<String, ChildStatus> children,
      List<Report> reports) {
    this(
        id, home, exercise, status, frozen, braked, brakes, notTo, children, reports, List.of(),
        null, null);
  }

  /** One that knows of no brake by its number. */
  public CaseSnapshot(
      String id,
      String home,
      boolean exercise,
      CaseStatus status,
      boolean frozen,
      boolean braked,
      Set<String> notTo,
      Map<String, ChildStatus> children,
      List<Report> reports) {
    this(id, home, exercise, status, frozen, braked, Map.of(), notTo, children, reports);
  }

  /** One that no partner asked to hold. */
  public CaseSnapshot(
      String id,
      String home,
      boolean exercise,
      CaseStatus status,
      boolean frozen,
      Set<String> notTo,
      Map<String, ChildStatus> children,
      List<Report> reports) {
    this(id, home, exercise, status, frozen, false, notTo, children, reports);
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.CASE;
  }

  /** The same with these photos. */
  public CaseSnapshot withPhotos(List<CasePhoto> now) {
    return new CaseSnapshot(
        id,
        home,
        exercise,
        status,
        frozen,
        braked,
        brakes,
        notTo,
        children,
        reports,
        now,
        ordersChecked,
        caseKind);
  }

  /** The same with this word of police about orders; null while there is none. */
  public CaseSnapshot withOrdersChecked(@Nullable OrdersChecked now) {
    return new CaseSnapshot(
        id, home, exercise, status, frozen, braked, brakes, notTo, children, reports, photos, now,
        caseKind);
  }

  /** The same of this kind. */
  public CaseSnapshot ofKind(CaseKind now) {
    return new CaseSnapshot(
        id,
        home,
        exercise,
        status,
        frozen,
        braked,
        brakes,
        notTo,
        children,
        reports,
        photos,
        ordersChecked,
        now == CaseKind.MISSING ? null : Code.of(now));
  }

  /** Whether it is about a child who is missing; a kind that is not known here is none. */
  public boolean isSearch() {
    return caseKind == null || caseKind.is(CaseKind.MISSING);
  }

  @Override
  public CaseSnapshot withoutFacts() {
    return new CaseSnapshot(
        id,
        home,
        exercise,
        status,
        frozen,
        braked,
        brakes,
        notTo,
        children,
        reports.stream().map(r -> Report.withoutContent(r.id(), r.policeRelease())).toList(),
        photos, // so that a withdrawal reaches those who keep the bytes
        ordersChecked,
        caseKind);
  }

  @Override
  public String toString() {
    return "CaseSnapshot[redacted]";
  }
}
