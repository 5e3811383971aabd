package org.homeward.console.family;

import static org.homeward.console.steps.StepField.Kind.LINE;
import static org.homeward.console.steps.StepField.Kind.LISTED;
import static org.homeward.console.steps.StepField.Kind.LONG;
import static org.homeward.console.steps.StepField.Kind.PERSON;
import static org.homeward.console.steps.StepField.Kind.PHONE;
import static org.homeward.console.steps.StepField.Kind.TIME;

import java.util.List;
import org.homeward.console.pages.Person;
import org.homeward.console.steps.CaseStep;
import org.homeward.console.steps.StepField;

/** Something that a person does about a family, on a page of its own that says its effect. */
enum FamilyStep implements CaseStep {
  /** Somebody is written down. */
  ADD(
      List.of(
          field("name", LINE),
          field("number", PHONE),
          choice("relation", "ReporterRelation", "PARENT", "GUARDIAN", "RELATIVE", "INSTITUTION"),
          choice("language", "familyLanguage", "sr-Latn", "sr-Cyrl", "en", "el"),
          field(StepBody.REPORT, LISTED),
          field("mustNotLearn", LONG),
          field(StepBody.DUE, TIME),
          field(StepBody.OWNER, PERSON))) {
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
          field(StepBody.SENTENCE, LISTED),
          field(StepBody.DUE, TIME),
          field(StepBody.OWNER, PERSON))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/updates";
    }
  },
  /** What became of a call. */
  OUTCOME(List.of(choice("how", "howTold", "TOLD", "NOT_REACHED", "SOMEBODY_ELSE_ANSWERED"))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/updates/" + update + "/outcome";
    }
  },
  /** Somebody called, and reached nobody. */
  MISSED(
      List.of(
          choice(
              "how", "missedCall", "NOBODY_ANSWERED", "NO_CONNECTION", "SOMEBODY_ELSE_ANSWERED"))) {
    @Override
    String address(String contact, String update) {
      return "/contacts/" + contact + "/attempts";
    }
  },
  /** A call is promised. */
  NEXT(List.of(field(StepBody.DUE, TIME), field(StepBody.OWNER, PERSON))) {
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
    public boolean isOpenTo(Person person) {
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

  private final List<StepField> fields;

  FamilyStep(List<StepField> fields) {
    this.fields = fields;
  }

  private static StepField field(String name, StepField.Kind kind) {
    return StepField.of(name, kind);
  }

  private static StepField choice(String name, String list, String... codes) {
    return StepField.choice(name, list, List.of(codes));
  }

  @Override
  public String room() {
    return "family";
  }

  /** Whether it is about one person who is written down. */
  boolean isAboutContact() {
    return this != ADD;
  }

  @Override
  public List<StepField> fields() {
    return fields;
  }

  /** Below the address of the family in the API. */
  abstract String address(String contact, String update);
}
