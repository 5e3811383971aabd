package org.homeward.intake.family;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.homeward.intake.family.words.Sentence;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** What a person, or the erasure of the case, does to the contacts of a family. */
sealed interface FamilyCommand {

  /** Somebody is written down. */
  record Add(Contact contact) implements FamilyCommand {}

  /** Somebody says what a contact must not learn. */
  record KeepFrom(String contact, String mustNotLearn) implements FamilyCommand {}

  /** A supervisor enters another number. */
  record Renumber(String contact, PhoneNumber number, Contact.Word why) implements FamilyCommand {}

  /** A call is promised. */
  record Promise(String contact, NextCall next) implements FamilyCommand {}

  /** Somebody called, and reached nobody. */
  record Miss(String contact, Attempt attempt) implements FamilyCommand {}

  /**
   * Somebody wants to read a sentence aloud to a contact.
   *
   * @param told id of what is told
   * @param name that the contact has said
   * @param number that was dialled, in E.164 form; null where it can be none
   * @param next the call that is promised along; null for none
   * @param matter what the rules look at, for a contact
   */
  record Tell(
      String contact,
      String told,
      String name,
      @Nullable String number,
      Sentence sentence,
      @Nullable NextCall next,
      ZoneId zone,
      String by,
      Instant at,
      Function<Contact, FamilyRules.Matter> matter)
      implements FamilyCommand {

    @Override
    public String toString() {
      return "Tell[" + sentence.code() + "]";
    }
  }

  /** What became of it. */
  record Settle(String contact, String told, Told.How how, String by, Instant at)
      implements FamilyCommand {}

  /** The hotline speaks to a contact no more. */
  record End(String contact, Contact.Word why) implements FamilyCommand {}

  /** The case is erased. */
  record Erase() implements FamilyCommand {}
}
