package org.homeward.intake.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.DerivedIds;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.people.HowFound;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.ReporterRelation;
import org.jspecify.annotations.Nullable;

/** Words, hearings and decisions about one child and one claimant. */
final class AftercareSamples {

  static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  static final String CHILD = "c1";
  static final String REPORT = "r1";
  static final GroundCodes CODES = new GroundCodes(new DerivedIds(new byte[32]), "p2");

  private AftercareSamples() {}

  static Meeting met(Meeting.Who who, boolean claimantAbsent) {
    return met(who, claimantAbsent, NOW);
  }

  static Meeting met(Meeting.Who who, boolean claimantAbsent, Instant at) {
    String reference = who == Meeting.Who.POLICE ? "KU 1" : null;
    return new Meeting(who, Meeting.How.SAW, claimantAbsent, at, reference);
  }

  static SafeWord word(SafeWord.Finding finding, Meeting meeting) {
    return word(finding, meeting, null);
  }

  static SafeWord word(
      SafeWord.Finding finding, Meeting meeting, SafeWord.@Nullable Hiding hiding) {
    return new SafeWord(CHILD, finding, meeting, hiding, "well", "p1", NOW);
  }

  static SafeWord mistake() {
    return new SafeWord(CHILD, SafeWord.Finding.MISTAKEN, null, null, "other case", "p1", NOW);
  }

  static Hearing heard(Hearing.Wish wish, Meeting meeting) {
    return heard(wish, Set.of(Feared.NOBODY), meeting);
  }

  static Hearing heard(Hearing.Wish wish, Set<Feared> feared, Meeting meeting) {
    return heard(CHILD, wish, feared, meeting, 0);
  }

  static Hearing heard(
      String child, Hearing.Wish wish, Set<Feared> feared, Meeting meeting, int incarnation) {
    return new Hearing(child, REPORT, wish, feared, meeting, "p1", NOW, incarnation);
  }

  /** One report that nobody amended, and orders that police have checked. */
  static Ground ground(Aftercare aftercare) {
    return new Ground(
        aftercare.words().size(),
        aftercare.hearings().size(),
        aftercare.withdrawals(),
        "one report",
        0,
        NOW,
        "no link",
        1,
        0);
  }

  static AftercareCommand.Grounds grounds() {
    return new AftercareCommand.Grounds() {
      @Override
      public Ground ground(Aftercare aftercare) {
        return AftercareSamples.ground(aftercare);
      }

      @Override
      public GroundCodes codes() {
        return CODES;
      }

      @Override
      public Whereabouts.Matter matter(
          Aftercare aftercare, String child, String report, boolean clearOfOrders) {
        return AftercareSamples.matter(aftercare);
      }
    };
  }

  /** By a supervisor who has read all that there is. */
  static AftercareCommand.Tell tell(Aftercare read) {
    return new AftercareCommand.Tell(
        CHILD, REPORT, CODES.of(ground(read)), false, "the mother", "p2", NOW, grounds());
  }

  static Telling telling(Aftercare read) {
    return tell(read).on(ground(read));
  }

  static Closing closing() {
    return new Closing(Map.of(CHILD, HowFound.BY_POLICE), null, "p1", NOW);
  }

  static OrdersCheck orders(OrdersFinding finding) {
    String found = finding == OrdersFinding.FOUND ? "a protection order" : null;
    var said = new OrdersCheck.Said(finding, "KU 1", "Marković", found, null);
    return new OrdersCheck(said, Set.of(CHILD), Set.of(), "p1", NOW);
  }

  /** All rules are met, as far as the child agrees. */
  static Whereabouts.Matter matter(Aftercare aftercare) {
    return new Whereabouts.Matter(
        true,
        false,
        false,
        ReporterRelation.PARENT,
        Fears.of(List.of(), Set.of(), aftercare, CHILD, 0),
        Set.of(),
        aftercare.keepsHidden(),
        aftercare.heard(CHILD, REPORT, 0).orElse(null),
        orders(OrdersFinding.NONE_FOUND),
        false);
  }

  static Aftercare agreed() {
    return Aftercare.EMPTY.hearing(heard(Hearing.Wish.AGREES, met(Meeting.Who.STAFF, true)));
  }

  static Aftercare told() {
    return agreed().telling(telling(agreed()));
  }

  static List<OpenMatter> open() {
    return List.of(new OpenMatter(OpenMatter.Matter.OUT, null));
  }

  static AftercareCommand say(SafeWord.Finding finding, SafeWord.@Nullable Hiding hiding) {
    return new AftercareCommand.Say(word(finding, met(Meeting.Who.STAFF, true), hiding));
  }

  static AftercareCommand.Withdraw withdraw() {
    return new AftercareCommand.Withdraw(
        CHILD, REPORT, new Telling.Withdrawn("she fears him", "p3", NOW));
  }
}
