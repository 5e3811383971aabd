package org.homeward.bridge.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.bridge.sight.SeeHandovers.CaseSubject;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A person sees a case or not, and the look is recorded. */
class SeeHandoversTest {

  private static final String CASE = "5f0c9d1e-8f0b-4b59-9c3a-0a4f6c1d2e3f";
  private static final String HANDOVER = "e1d2c3b4-a596-4877-9869-5a4b3c2d1e0f";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final AuditTrail NO_KEY =
      entry -> {
        throw new IllegalStateException("no key");
      };

  private static final String FOREIGN = "0b9f2c44-3f57-4a0e-8d0c-7d2f1b6a9e10";

  private final Map<String, Set<String>> copies =
      Map.of(CASE, Set.of("person:p-vesna"), FOREIGN, Set.of());
  private final List<AuditEntry> looks = new ArrayList<>();
  private final SeeHandovers seeHandovers = see(looks::add, looks::add);

  private SeeHandovers see(AuditTrail trail, AuditTrail endTrail) {
    return new SeeHandovers(
        id -> Optional.ofNullable(copies.get(id)), id -> false, trail, endTrail, CLOCK);
  }

  private static Caller caller(String person, Role role) {
    return new Caller(person, person, Set.of(role));
  }

  private static Optional<CaseSubject> own() {
    return Optional.of(CaseSubject.ofCase(CASE));
  }

  @Test
  @Proves({6, 10})
  void caseStaysHiddenFromWhomItIsKept() {
    assertThat(seeHandovers.see(HANDOVER, own(), caller("p-vesna", Role.SUPERVISOR))).isEmpty();
    assertThat(seeHandovers.see(HANDOVER, own(), caller("p-ana", Role.OPERATOR)))
        .hasValueSatisfying(
            seen -> {
              assertThat(seen.asked()).isEqualTo(HANDOVER);
              assertThat(seen.caseId()).isEqualTo(CASE);
              assertThat(seen.person()).isEqualTo("p-ana");
            });

    assertThat(looks)
        .extracting(AuditEntry::verb)
        .containsExactly(AuditEntry.Verb.WITHHELD, AuditEntry.Verb.DISCLOSED);
    assertThat(looks).allSatisfy(l -> assertThat(l.subjects()).containsExactly(CASE, HANDOVER));
  }

  @Test
  @Proves(6)
  void partnerShutsOutNobodyWhoDecidesHere() {
    var theirs = Optional.of(new CaseSubject(FOREIGN, false, Set.of("person:p-maria")));

    assertThat(seeHandovers.see(HANDOVER, theirs, caller("p-maria", Role.OPERATOR))).isEmpty();
    assertThat(seeHandovers.see(HANDOVER, theirs, caller("p-maria", Role.SUPERVISOR))).isPresent();
    assertThat(seeHandovers.see(HANDOVER, theirs, caller("p-maria", Role.DPO))).isPresent();
  }

  @Test
  @Proves(6)
  void partnersWordBindsEverybodyUntilTheCaseIsKnownHere() {
    var theirs = Optional.of(new CaseSubject("another", false, Set.of("person:p-maria")));

    assertThat(seeHandovers.see(HANDOVER, theirs, caller("p-maria", Role.SUPERVISOR))).isEmpty();
    assertThat(seeHandovers.see(HANDOVER, theirs, caller("p-maria", Role.DPO))).isEmpty();
    assertThat(seeHandovers.see(HANDOVER, theirs, caller("p-ana", Role.OPERATOR))).isPresent();
  }

  @Test
  @Proves(6)
  void ownCaseOfWhichThereIsNoCopyIsSeenByNobody() {
    var unknown = Optional.of(CaseSubject.ofCase(HANDOVER));

    assertThat(seeHandovers.see(HANDOVER, unknown, caller("p-ana", Role.DPO))).isEmpty();
  }

  @Test
  @Proves(6)
  void whileTheCopyOfItsCaseIsBehindNobodySeesIt() {
    var behind =
        new SeeHandovers(
            id -> Optional.ofNullable(copies.get(id)), CASE::equals, looks::add, looks::add, CLOCK);

    assertThat(behind.see(HANDOVER, own(), caller("p-ana", Role.SUPERVISOR))).isEmpty();
    assertThat(behind.among(List.of(CASE), CaseSubject::ofCase, caller("p-ana", Role.DPO)))
        .isEmpty();
  }

  @Test
  @Proves({4, 10})
  void withoutAKeyNobodySeesAnythingAndARecallGoesOn() {
    SeeHandovers keyless = see(NO_KEY, looks::add);
    Caller ana = caller("p-ana", Role.SUPERVISOR);

    assertThatThrownBy(() -> keyless.see(HANDOVER, own(), ana))
        .isInstanceOf(SeeHandovers.TrailUnavailable.class);
    assertThat(keyless.seeToRecall(HANDOVER, own(), ana)).isPresent();
    assertThat(looks).hasSize(1);
  }

  @Test
  @Proves(8)
  void wordInThePlaceOfAnIdIsNotRecorded() {
    assertThat(seeHandovers.see("mila-jovic", Optional.empty(), caller("p-ana", Role.DPO)))
        .isEmpty();

    assertThat(looks).isEmpty();
  }
}
