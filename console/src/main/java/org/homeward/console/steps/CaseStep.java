package org.homeward.console.steps;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;

/** Something that a person says about a case, on a page of its own that tells the effect. */
public interface CaseStep {

  /** Of the enum that lists the steps of a room. */
  String name();

  /** The room: a part of addresses, and the beginning of the keys of words. */
  String room();

  /** The name in addresses and in the keys of words. */
  default String place() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The answers of the person. */
  List<StepField> fields();

  /** Whether the page offers it: the API decides. */
  default boolean isOpenTo(Person person) {
    return person.takesReports();
  }

  /** The beginning of the keys of its words. */
  default String keys() {
    return room() + "." + place();
  }

  /**
   * Where it is done.
   *
   * @param about the query that names whom it is about; empty for the whole case
   */
  default StepLink link(Words words, String caseId, String about) {
    return new StepLink(
        words.say(keys() + ".link"), "/cases/" + caseId + "/" + room() + "/" + place() + about);
  }

  /** The step of this address. */
  static <S extends CaseStep> Optional<S> at(String place, S[] steps) {
    return Stream.of(steps).filter(each -> each.place().equals(place)).findFirst();
  }
}
