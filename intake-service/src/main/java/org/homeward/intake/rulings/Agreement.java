package org.homeward.intake.rulings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outcome of a word for a matter that takes two persons. */
public sealed interface Agreement {

  /**
   * It is the first; another person must say the same.
   *
   * @param words all that wait now
   */
  record Waits(List<Word> words) implements Agreement {}

  /**
   * It is the second.
   *
   * @param first the other person's
   */
  record Reached(Word first) implements Agreement {}

  /** The first word is this person's, or of somebody with the same office. */
  record AnotherPersonNeeded() implements Agreement {}

  /**
   * @param waiting the first words so far; one for each kind of matter
   */
  static Agreement of(List<Word> waiting, Word word) {
    Optional<Word> first =
        waiting.stream()
            .filter(each -> each.matter().equals(word.matter()))
            .filter(each -> each.until().isAfter(word.at()))
            .findFirst();
    if (first.isEmpty()) {
      List<Word> words = new ArrayList<>(without(waiting, word.matter().kind()));
      words.add(word);
      return new Waits(List.copyOf(words));
    }
    boolean samePerson = first.get().by().equals(word.by());
    if (samePerson) return new AnotherPersonNeeded(); // upholds 4
    return word.matter().kind().takes(first.get().roles(), word.roles())
        ? new Reached(first.get())
        : new AnotherPersonNeeded();
  }

  /** Without the first word for this kind of matter: it is void, or has been seconded. */
  static List<Word> without(List<Word> waiting, Matter.Kind kind) {
    return waiting.stream().filter(each -> each.matter().kind() != kind).toList();
  }
}
