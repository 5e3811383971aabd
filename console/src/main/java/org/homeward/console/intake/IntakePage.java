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
    JoinedCase joined) {

  IntakePage {
    sections = List.copyOf(sections);
    wrong = Map.copyOf(wrong);
    elsewhere = List.copyOf(elsewhere);
  }

  boolean isWrong() {
    return !wrong.isEmpty() || !elsewhere.isEmpty();
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  /** The questions with an error, in the order of the page. */
  List<String> wrongFields() {
    List<String> inOrder =
        Stream.concat(
                Stream.of(IntakeForm.DANGER, IntakeForm.CHANNEL.name(), HttpJoins.ABOUT),
                sections.stream()
                    .flatMap(section -> section.groups().stream())
                    .flatMap(group -> group.questions().stream())
                    .map(Question::name))
            .toList();
    return inOrder.stream().filter(wrong::containsKey).toList();
  }
}
