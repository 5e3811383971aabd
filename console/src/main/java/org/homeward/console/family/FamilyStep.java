package org.homeward.console.family;

import static org.homeward.console.family.StepPage.Kind.CHOICE;
import static org.homeward.console.family.StepPage.Kind.LINE;
import static org.homeward.console.family.StepPage.Kind.LONG;
import static org.homeward.console.family.StepPage.Kind.PERSON;
import static org.homeward.console.family.StepPage.Kind.PHONE;
import static org.homeward.console.family.StepPage.Kind.SENTENCE;
import static org.homeward.console.family.StepPage.Kind.TIME;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.pages.Person;

/** Something that a person does about a family, on a page of its own that says its effect. */
enum FamilyStep {
  /** Somebody is written down. */
  ADD(
      List.of(
          field("name", LINE),
          field("number", PHONE),
          new StepPage.Field(
              "relation",
              CHOICE,
              "ReporterRelation",
              List.of("PARENT", "GUARDIAN", "RELATIVE", "INSTITUTION")),
          new StepPage.Field(
              "language", CHOICE, "familyLanguage", List.of("sr-Latn", "sr-Cyrl", "en", "el")),
          field("report", StepPage.Kind.REPORT),
          field("mustNotLearn", LONG),
          field(StepPage.DUE, TIME),
          field(StepPage.OWNER, PERSON))) {
    @Override
    String address(String contact, String update) {
      return "/contacts";
    }
  },
  /** Somebody is called, and hears a sentence. */
  TELL(
      List.of(
          field("number", PHONE),
          field("name", LINE),
          field("sentence", SENTENCE),
          field(StepPage.DUE, TIME),
          field(StepPage.OWNER, PERSON))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/updates";
    }
  },
  /** What became of a call. */
  OUTCOME(
      List.of(
          new StepPage.Field(
              "how",
              CHOICE,
              "howTold",
              List.of("TOLD", "NOT_REACHED", "SOMEBODY_ELSE_ANSWERED")))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/updates/" + update + "/outcome";
    }
  },
  /** Somebody called, and reached nobody. */
  MISSED(
      List.of(
          new StepPage.Field(
              "how",
              CHOICE,
              "missedCall",
              List.of("NOBODY_ANSWERED", "NO_CONNECTION", "SOMEBODY_ELSE_ANSWERED")))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/attempts";
    }
  },
  /** A call is promised. */
  NEXT(List.of(field(StepPage.DUE, TIME), field(StepPage.OWNER, PERSON))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/next";
    }
  },
  /** What a person must not learn. */
  KEEP(List.of(field("text", LONG))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/must-not-learn";
    }
  },
  /** Another number. */
  NUMBER(List.of(field("number", PHONE), field("reason", LONG))) {
    @Override
    boolean isOpenTo(Person person) {
      return person.is("supervisor");
    }

    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/number";
    }
  },
  /** The hotline speaks to a person no more. */
  OVER(List.of(field("reason", LONG))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/end";
    }
  };

  private final List<StepPage.Field> fields;

  FamilyStep(List<StepPage.Field> fields) {
    this.fields = fields;
  }

  private static StepPage.Field field(String name, StepPage.Kind kind) {
    return new StepPage.Field(name, kind, "", List.of());
  }

  /** The name in addresses and in the keys of words. */
  String place() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FamilyStep> at(String place) {
    return Stream.of(values()).filter(each -> each.place().equals(place)).findFirst();
  }

  /** Whether it is about one person who is written down. */
  boolean isAboutContact() {
    return this != ADD;
  }

  /** The answers of the person at the browser. */
  List<StepPage.Field> fields() {
    return fields;
  }

  /** Whether the page offers it: the API decides. */
  boolean isOpenTo(Person person) {
    return person.takesReports();
  }

  /** Below the address of the family in the API. */
  abstract String address(String contact, String update);
}
