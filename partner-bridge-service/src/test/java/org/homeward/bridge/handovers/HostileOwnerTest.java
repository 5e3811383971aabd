package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.after;
import static org.homeward.bridge.handovers.HandoverSamples.given;
import static org.homeward.bridge.handovers.HandoverSamples.held;
import static org.homeward.bridge.handovers.HandoverSamples.owned;
import static org.homeward.bridge.handovers.HandoverSamples.said;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.snapshots.HandedPhoto;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An owner cannot make a holder do what no honest owner would ask for. */
class HostileOwnerTest {

  private static final Duration LEASE = Duration.ofDays(30);
  private static final Text WORDS = new Text("en", "words");

  private record Row(String name, Refusal why, Held was, HolderEvent event) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> refused() {
    Held accepted = held(HandoverStatus.ACCEPTED);
    Held checked = after(held(HandoverStatus.RELEASED), said(MessageType.CHECKED));
    return Stream.of(
        row("words of the child", checked, Says.builder().childWords(WORDS).build()),
        row("a shelter", checked, Says.builder().shelter(Place.of("GR", "Drama")).build()),
        row("notes", checked, Says.builder().notes(WORDS).build()),
        row("a home", checked, child(ChildFacts.builder().home(Place.of("GR", "Drama")).build())),
        row(
            "a name that is not for partners",
            checked,
            child(
                ChildFacts.builder()
                    .born(PartialDate.parse("2017"))
                    .audiences(Map.of("born", Set.of(Audience.POLICE)))
                    .build())),
        new Row(
            "everything before the check",
            Refusal.NOT_CHECKED,
            accepted,
            given(Scope.FULL, 1, Says.EMPTY, LEASE)),
        new Row(
            "more than the minimum under its name",
            Refusal.NOT_CHECKED,
            accepted,
            given(
                Scope.MINIMUM,
                1,
                child(ChildFacts.builder().born(PartialDate.parse("2017-05-04")).build()),
                LEASE)),
        new Row(
            "a photo before the check", Refusal.NOT_CHECKED, accepted, withPhoto(Scope.MINIMUM)),
        new Row(
            "a lease beyond thirty days",
            Refusal.LEASE_TOO_LONG,
            accepted,
            given(Scope.MINIMUM, 1, Says.EMPTY, LEASE.plus(Duration.ofMinutes(6)))),
        new Row(
            "kept from the holder's country",
            Refusal.KEPT_FROM_RECEIVER,
            checked,
            given(Scope.FULL, 9, Says.EMPTY, LEASE, "country:TR", "country:GR")),
        new Row(
            "kept from the holder",
            Refusal.KEPT_FROM_RECEIVER,
            accepted,
            given(Scope.MINIMUM, 1, Says.EMPTY, LEASE, "node:gr")));
  }

  private static HolderEvent withPhoto(Scope scope) {
    var photo =
        new HandedPhoto(
            "photo",
            "child",
            Code.of(PhotoSource.FAMILY),
            null,
            Code.of(PhotoWitness.PARENT),
            Code.of(PhotoLabel.UNCHANGED),
            "hash");
    var plain = (HolderEvent.Given) given(scope, 1, Says.EMPTY, LEASE);
    return new HolderEvent.Given(
        plain.content().with(List.of(photo)), plain.leaseUntil(), plain.here());
  }

  private static Row row(String name, Held was, Says facts) {
    return new Row(name, Refusal.NOT_FOR_PARTNERS, was, given(Scope.FULL, 9, facts, LEASE));
  }

  private static Says child(ChildFacts facts) {
    return Says.builder().children(Map.of("child", facts)).build();
  }

  @ParameterizedTest
  @MethodSource("refused")
  @Proves({6, 7})
  void isRefusedWithTheReason(Row row) {
    assertThat(HolderDecisions.decide(row.was(), row.event(), NOW))
        .isInstanceOfSatisfying(
            HandoverDecision.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(row.why()));
  }

  @Test
  @Proves(6)
  void holderTellsItsOwnerNothingThatIsNotForPartners() {
    Says notes = Says.builder().notes(WORDS).build();

    assertThat(
            OwnerDecisions.decide(
                owned(HandoverStatus.RELEASED),
                new OwnerEvent.Sighted(new HandedSighting("s", NOW, notes, null)),
                NOW))
        .isInstanceOfSatisfying(
            HandoverDecision.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(Refusal.NOT_FOR_PARTNERS));
  }

  @Test
  @Proves({2, 7})
  void holderTakesBackATipThatItToldAndNothingElse() {
    HandedSighting tip = tip("s1");
    HandedSighting other = tip("s2");
    Owned told =
        after(
            after(owned(HandoverStatus.RELEASED), new OwnerEvent.Sighted(tip)),
            new OwnerEvent.Sighted(other));

    Owned left = after(told, withdrawn("s1"));

    assertThat(left.offer().sightings()).containsExactly(tip.forgotten(), other);
    assertThat(left.open()).contains(HandoverTask.READ_PROPOSAL);
    assertThat(left.braked()).isFalse();
    assertThat(OwnerDecisions.decide(left, withdrawn("s1"), NOW))
        .as("again")
        .isInstanceOf(HandoverDecision.Same.class);
    assertThat(OwnerDecisions.decide(left, new OwnerEvent.Sighted(tip), NOW))
        .as("it stays forgotten")
        .isInstanceOf(HandoverDecision.Same.class);
    assertThat(OwnerDecisions.decide(told, withdrawn("of another handover"), NOW))
        .isInstanceOf(HandoverDecision.Same.class);
  }

  private static OwnerEvent withdrawn(String sighting) {
    return new OwnerEvent.Proposed(
        new Proposal(Code.of(ProposalKind.SIGHTING_WITHDRAWN), NOW, sighting));
  }

  private static HandedSighting tip(String id) {
    var seen =
        new GradedSighting(
            null,
            null,
            null,
            null,
            null,
            WORDS,
            Code.of(SourceGrade.B),
            Code.of(InformationGrade.PROBABLE));
    return new HandedSighting(id, NOW, Says.EMPTY, seen);
  }

  @Test
  void honestOwnerIsHeard() {
    Says minimum = child(ChildFacts.builder().born(PartialDate.parse("2017")).build());
    Says full =
        Says.builder()
            .children(
                Map.of("child", ChildFacts.builder().born(PartialDate.parse("2017-05-04")).build()))
            .build();

    Held released =
        after(
            held(HandoverStatus.ACCEPTED),
            given(Scope.MINIMUM, 1, minimum, LEASE.plus(Duration.ofMinutes(5)), "country:TR"));
    Held whole =
        after(after(released, said(MessageType.CHECKED)), given(Scope.FULL, 2, full, LEASE));

    assertThat(whole.content().facts()).isEqualTo(full);
    assertThat(whole.open()).isEmpty();
  }

  @Test
  void personsThatTheOwnerNamesAreATaskForAPersonHere() {
    Held named =
        after(
            held(HandoverStatus.ACCEPTED),
            given(Scope.MINIMUM, 1, Says.EMPTY, LEASE, "person:p-maria", "desk:gr-kavala"));

    assertThat(named.open()).isEqualTo(List.of(HandoverTask.PERSONS_NAMED));
    assertThat(named.content().notTo()).contains("person:p-maria", "desk:gr-kavala");
  }
}
