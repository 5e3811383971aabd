package org.homeward.intake.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.people.HowFound;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.ReporterRelation;

/** Words, hearings and decisions about one child and one claimant. */
final class AftercareSamples {

  static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  static final String CHILD = "c1";
  static final String REPORT = "r1";

  private AftercareSamples() {}

  static Meeting met(Meeting.Who who, boolean claimantAbsent) {
    String reference = who == Meeting.Who.POLICE ? "KU 1" : null;
    return new Meeting(who, Meeting.How.SAW, claimantAbsent, NOW, reference);
  }

  static SafeWord word(SafeWord.Finding finding, Meeting meeting, boolean keepHidden) {
    return new SafeWord(CHILD, finding, meeting, keepHidden, null, "p1", NOW);
  }

  static SafeWord mistake() {
    return new SafeWord(CHILD, SafeWord.Finding.MISTAKEN, null, false, "other case", "p1", NOW);
  }

  static Hearing heard(Hearing.Wish wish, Meeting meeting) {
    return new Hearing(CHILD, REPORT, wish, meeting, "p1", NOW);
  }

  static Telling telling() {
    return new Telling(CHILD, REPORT, NOW, false, "the mother", "p2", NOW, null);
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
        ReporterRelation.PARENT,
        Set.of(),
        Set.of(),
        aftercare.safety(CHILD).keepHidden(),
        aftercare.heard(CHILD, REPORT).orElse(null),
        orders(OrdersFinding.NONE_FOUND),
        false);
  }

  static Aftercare agreed() {
    return Aftercare.EMPTY.hearing(heard(Hearing.Wish.AGREES, met(Meeting.Who.STAFF, true)));
  }

  static Aftercare told() {
    return agreed().telling(telling());
  }

  static List<OpenMatter> open() {
    return List.of(new OpenMatter(OpenMatter.Matter.OUT, null));
  }
}
