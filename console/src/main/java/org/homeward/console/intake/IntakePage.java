package org.homeward.console.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The form of a call.
 *
 * @param key makes a repeated form of this page one report
 * @param draft the draft that it is saved in while somebody types; empty before the first save
 * @param draftSeen the version of the draft
 * @param exercise whether what is filed here is an exercise
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 * @param elsewhere errors that belong to no field of this page, in words
 * @param theirs what a colleague has saved in the same call meanwhile
 * @param joined the case that the call is about
 * @param known the children on file who may be the one of this call
 */
record IntakePage(
    String key,
    String draft,
    String draftSeen,
    boolean exercise,
    String zone,
    List<FormSection> sections,
    Typed typed,
    Map<String, String> wrong,
    List<String> elsewhere,
    Theirs theirs,
    JoinedCase joined,
    KnownChildren known)
    implements FilledForm {

  /** Before anybody asked whether the child is known. */
  IntakePage(
      String key,
      String draft,
      String draftSeen,
      boolean exercise,
      String zone,
      List<FormSection> sections,
      Typed typed,
      Map<String, String> wrong,
      List<String> elsewhere,
      Theirs theirs,
      JoinedCase joined) {
    this(
        key,
        draft,
        draftSeen,
        exercise,
        zone,
        sections,
        typed,
        wrong,
        elsewhere,
        theirs,
        joined,
        KnownChildren.NONE);
  }

  IntakePage {
    sections = List.copyOf(sections);
    wrong = Map.copyOf(wrong);
    elsewhere = List.copyOf(elsewhere);
  }

  boolean isWrong() {
    return !wrong.isEmpty() || !elsewhere.isEmpty();
  }

  @Override
  public String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  /** The questions with an error, in the order of the page. */
  List<String> wrongFields() {
    List<String> inOrder =
        Stream.concat(
                Stream.of(
                    IntakeForm.KIND.name(),
                    IntakeForm.DANGER,
                    IntakeForm.URGENCY.name(),
                    IntakeForm.CHANNEL.name(),
                    HttpJoins.ABOUT),
                sections.stream()
                    .flatMap(section -> section.groups().stream())
                    .flatMap(group -> group.questions().stream())
                    .map(Question::name))
            .toList();
    return inOrder.stream().filter(wrong::containsKey).toList();
  }

  /**
   * The children on file who may be the one of this call.
   *
   * @param asked whether somebody asked
   */
  record KnownChildren(boolean asked, List<Known> children) {

    static final KnownChildren NONE = new KnownChildren(false, List.of());

    KnownChildren {
      children = List.copyOf(children);
    }

    /**
     * One of them.
     *
     * @param code what people call the case on the telephone
     * @param who the children of the case, in words
     * @param verdict {@code SAME_CHILD} or {@code MAYBE}
     * @param others her other episodes, the newest first
     */
    record Known(
        String caseId,
        String child,
        String code,
        String who,
        String verdict,
        boolean exercise,
        List<Said> fields,
        List<Other> others) {

      Known {
        fields = List.copyOf(fields);
        others = List.copyOf(others);
      }
    }

    /**
     * Another episode of the same child.
     *
     * @param opened when, in words
     * @param what why she was missing and how it ended, in words
     */
    record Other(String caseId, String code, String opened, String what) {}

    /**
     * What both say, and how well they agree.
     *
     * @param field in words, as are the others
     * @param ours what is on file
     * @param theirs what this call says
     */
    record Said(String field, String ours, String theirs, String level) {}

    @Override
    public String toString() {
      return "KnownChildren[redacted]";
    }
  }
}
