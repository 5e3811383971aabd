package org.homeward.intake.family;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.homeward.intake.aftercare.FindStanding.Standing;
import org.homeward.intake.family.words.SentenceList;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.ReporterRelation;
import org.jspecify.annotations.Nullable;

/** A mother, and what is told to her. */
final class FamilySamples {

  static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  static final Instant TOMORROW = NOW.plusSeconds(86_400);
  static final String CONTACT = "k1";
  static final String TOLD = "t1";
  static final String NUMBER = "+381641234567";
  static final String NAME = "Jelena Đorđević";
  static final SentenceList SENTENCES = SentenceList.ours();

  private FamilySamples() {}

  static Contact contact() {
    return new Contact(
        CONTACT,
        NAME,
        new PhoneNumber(NUMBER),
        ReporterRelation.PARENT,
        "r1",
        "en",
        "where the child was seen",
        List.of(),
        List.of(),
        List.of(),
        "p1",
        NOW,
        null,
        null);
  }

  static NextCall next(Instant due, Instant setAt) {
    return new NextCall(due, "p2", "p1", setAt, null, null);
  }

  static Contact.Word why() {
    return new Contact.Word("asked by herself", "p2", NOW);
  }

  static Family of(Contact contact) {
    return Family.EMPTY.adding(contact);
  }

  static Standing standing(boolean feared, boolean hidden, String... mayKnow) {
    return new Standing(feared, hidden, Set.of(mayKnow));
  }

  /** A child is searched for, and nothing speaks against the mother. */
  static FamilyRules.Matter matter() {
    return new FamilyRules.Matter(
        false, CaseKind.MISSING, Set.of("c1"), Set.of(), standing(false, false));
  }

  static FamilyCommand.Tell tell(String sentence) {
    return tell(sentence, NAME, NUMBER, next(TOMORROW, NOW), matter());
  }

  static FamilyCommand.Tell tell(
      String sentence,
      String name,
      @Nullable String number,
      @Nullable NextCall next,
      FamilyRules.Matter matter) {
    Function<Contact, FamilyRules.Matter> of = _ -> matter;
    return new FamilyCommand.Tell(
        CONTACT,
        TOLD,
        name,
        number,
        SENTENCES.find(sentence).orElseThrow(),
        next,
        ZoneOffset.UTC,
        "p1",
        NOW,
        of);
  }

  static FamilyCommand.Settle settle(Told.How how) {
    return new FamilyCommand.Settle(CONTACT, TOLD, how, "p1", NOW.plusSeconds(60));
  }

  static Contact only(FamilyDecision decided) {
    return ((Family) ((FamilyDecision.Changed) decided).next()).contacts().getFirst();
  }
}
