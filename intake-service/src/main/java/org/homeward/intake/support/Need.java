package org.homeward.intake.support;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.homeward.schema.people.SupportService;
import org.jspecify.annotations.Nullable;

/**
 * A need of somebody.
 *
 * @param bornIn year of birth of that person; null: nobody knows
 * @param note in words
 * @param words of the person, and of whoever has custody, the oldest first
 * @param given the oldest first
 * @param by opaque id of the member who wrote it down
 */
record Need(
    String id,
    Whom whom,
    SupportService service,
    @Nullable Integer bornIn,
    @Nullable String note,
    List<Word> words,
    List<Given> given,
    String by,
    Instant at) {

  Need {
    requireNonNull(id, "id");
    requireNonNull(whom, "whom");
    requireNonNull(service, "service");
    words = words == null ? List.of() : List.copyOf(words);
    given = given == null ? List.of() : List.copyOf(given);
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** The last word of one; another may have said another thing. */
  Optional<Word> newest(Word.From from) {
    return words.reversed().stream().filter(each -> each.from() == from).findFirst();
  }

  boolean agreed(Word.From from) {
    return newest(from).filter(Word::agrees).isPresent();
  }

  Optional<Given> given(String of) {
    return given.stream().filter(each -> each.id().equals(of)).findFirst();
  }

  Need saying(Word word) {
    return new Need(id, whom, service, bornIn, note, and(words, word), given, by, at);
  }

  Need offering(Given more) {
    return new Need(id, whom, service, bornIn, note, words, and(given, more), by, at);
  }

  Need with(String of, UnaryOperator<Given> change) {
    List<Given> all =
        given.stream().map(each -> each.id().equals(of) ? change.apply(each) : each).toList();
    return new Need(id, whom, service, bornIn, note, words, all, by, at);
  }

  private static <T> List<T> and(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  @Override
  public String toString() {
    return "Need[" + whom + ", " + service + "]";
  }
}
