package org.homeward.console.ending;

import static org.homeward.console.steps.StepField.Kind.ANSWER;
import static org.homeward.console.steps.StepField.Kind.CHECK;
import static org.homeward.console.steps.StepField.Kind.LINE;
import static org.homeward.console.steps.StepField.Kind.LONG;
import static org.homeward.console.steps.StepField.Kind.PERSON;
import static org.homeward.console.steps.StepField.Kind.TIME;

import java.util.List;
import org.homeward.console.pages.Person;
import org.homeward.console.steps.CaseStep;
import org.homeward.console.steps.StepField;

/** A decision after a find, on a page of its own that says its effect. */
enum EndingStep implements CaseStep {
  /** Somebody says whether a child is safe. */
  SAFETY(
      About.CHILD,
      List.of(
          choice("finding", "safeFinding", "SAFE", "NOT_SAFE", "MISTAKEN"),
          choice("who", "metBy", "STAFF", "POLICE", "CLAIMANT", "SOMEBODY_ELSE"),
          choice("how", "metHow", "SAW", "SPOKE"),
          field("claimantAbsent", CHECK),
          field("at", TIME),
          field("reference", LINE),
          choice("hiding", "hiding", "KEEP_HIDDEN", "NO_LONGER"),
          field("note", LONG))) {
    @Override
    String address(String child, String item) {
      return "/children/" + child + "/safety";
    }
  },
  /** A child is asked about a claimant. */
  HEARD(
      About.CLAIMANT,
      List.of(
          choice("wish", "childWish", "AGREES", "DOES_NOT_MIND", "REFUSES", "FEARS"),
          choice(
              "fears",
              "Feared",
              "NOBODY",
              "CAREGIVER",
              "INSTITUTION",
              "POLICE",
              "ACQUAINTANCE",
              "STRANGER"),
          choice("who", "metBy", "STAFF", "POLICE", "CLAIMANT", "SOMEBODY_ELSE"),
          choice("how", "metHow", "SAW", "SPOKE"),
          field("claimantAbsent", CHECK),
          field("at", TIME),
          field("reference", LINE))) {
    @Override
    String address(String child, String item) {
      return "/children/" + child + "/hearings";
    }
  },
  /** A supervisor lets a claimant learn where a child is. */
  TELL(About.CLAIMANT, List.of(field(StepBody.CLEAR_OF_ORDERS, CHECK), field("reason", LONG))) {
    @Override
    public boolean isOpenTo(Person person) {
      return person.is("supervisor");
    }

    @Override
    String address(String child, String item) {
      return "/children/" + child + "/whereabouts";
    }
  },
  /** That is taken back. */
  WITHDRAW(About.CLAIMANT, List.of(field("reason", LONG))) {
    @Override
    String address(String child, String item) {
      return "/children/" + child + "/whereabouts/withdraw";
    }
  },
  /** Somebody looks after a child or a family from now on. */
  AFTERCARE(About.CASE, List.of(field("what", LONG), field("due", TIME))) {
    @Override
    String address(String child, String item) {
      return "/aftercare";
    }
  },
  /** That goes on to another date. */
  NEXT(About.ITEM, List.of(field("due", TIME))) {
    @Override
    String address(String child, String item) {
      return "/work/" + item + "/next";
    }
  },
  /** That is over. */
  DONE(About.ITEM, List.of()) {
    @Override
    String address(String child, String item) {
      return "/work/" + item + "/done";
    }
  },
  /** An interview is offered to a child. */
  OFFER(
      About.CHILD,
      List.of(
          choice(
              "office",
              "interviewOffice",
              "HOTLINE",
              "GUARDIANSHIP",
              "PSYCHOLOGIST",
              "SCHOOL",
              "INSTITUTION",
              "POLICE",
              "ANOTHER_ORGANISATION"),
          field("person", PERSON),
          field("name", LINE),
          field("due", TIME))) {
    @Override
    String address(String child, String item) {
      return "/children/" + child + "/interviews";
    }
  },
  /** The child refuses it. */
  REFUSED(About.ITEM, List.of()) {
    @Override
    String address(String child, String item) {
      return "/interviews/" + item + "/refused";
    }
  },
  /** The child has spoken, to a confidant. */
  HELD(
      About.ITEM,
      List.of(
          field("answer.WHERE", ANSWER),
          field("answer.WITH_WHOM", ANSWER),
          field("answer.WHY", ANSWER),
          field("answer.WHAT_HAPPENED", ANSWER),
          field("answer.HARM", ANSWER),
          field("answer.HELP", ANSWER),
          field("answer.AGAIN", ANSWER),
          field("danger", ANSWER),
          choice(
              "feared",
              "Feared",
              "CAREGIVER",
              "INSTITUTION",
              "POLICE",
              "ACQUAINTANCE",
              "STRANGER"))) {
    @Override
    public boolean isOpenTo(Person person) {
      return person.is("confidant");
    }

    @Override
    String address(String child, String item) {
      return "/interviews/" + item + "/held";
    }
  },
  /** The child is missing again. */
  AGAIN(
      About.CHILD,
      List.of(choice("channel", "Channel", "PHONE", "SMS", "CHAT", "EMAIL", "WEB", "SOCIAL"))) {
    @Override
    String address(String child, String item) {
      return "/children/" + child + "/missing-again";
    }
  },
  /** Nothing of the case is open. */
  CLOSE(About.CASE, List.of(field("note", LONG))) {
    @Override
    public boolean isOpenTo(Person person) {
      return person.isOnCases();
    }

    @Override
    String address(String child, String item) {
      return "/close";
    }
  };

  /** What a step is about. */
  enum About {
    CASE,
    CHILD,
    CLAIMANT,
    ITEM
  }

  private final About about;
  private final List<StepField> fields;

  EndingStep(About about, List<StepField> fields) {
    this.about = about;
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
    return "ending";
  }

  boolean is(About what) {
    return about == what;
  }

  boolean isAboutAChild() {
    return about == About.CHILD || about == About.CLAIMANT;
  }

  @Override
  public List<StepField> fields() {
    return fields;
  }

  /** Below the address of the case in the API. */
  abstract String address(String child, String item);
}
