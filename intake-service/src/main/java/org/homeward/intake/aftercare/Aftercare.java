package org.homeward.intake.aftercare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.homeward.schema.facts.Feared;
import org.jspecify.annotations.Nullable;

/**
 * What persons decided about one case after a child was found. It stands under the id of the case,
 * is as hidden as the case, and nothing of it leaves intake.
 *
 * @param words on the safety of its children, in the order in which they were recorded
 * @param hearings of its children about claimants, in that order too
 * @param tellings the decisions to tell a claimant, withdrawn ones too, in that order
 * @param closing null while nobody has closed the case
 */
record Aftercare(
    List<SafeWord> words, List<Hearing> hearings, List<Telling> tellings, @Nullable Closing closing)
    implements KeptAftercare {

  static final Aftercare EMPTY = new Aftercare(List.of(), List.of(), List.of(), null);

  Aftercare {
    words = words == null ? List.of() : List.copyOf(words);
    hearings = hearings == null ? List.of() : List.copyOf(hearings);
    tellings = tellings == null ? List.of() : List.copyOf(tellings);
  }

  List<SafeWord> words(String child) {
    return words.stream().filter(each -> each.child().equals(child)).toList();
  }

  Safety safety(String child) {
    return Safety.of(words(child));
  }

  /** All times that the child was asked about this claimant. */
  List<Hearing> hearings(String child, String report) {
    return hearings.stream().filter(each -> each.isOf(child, report)).toList();
  }

  /** The latest time; one where the claimant was there takes no other answer back. */
  Optional<Hearing> heard(String child, String report) {
    return hearings(child, report).stream()
        .filter(each -> each.meeting().counts() || !each.agrees())
        .reduce(Hearing::orLater);
  }

  /** Whom its children fear, as they said when they were asked about claimants. */
  Set<Feared> feared() {
    return hearings.stream()
        .flatMap(each -> each.feared().stream().filter(each::tellsOf))
        .collect(Collectors.toSet());
  }

  /** The decision that rests on the newest of everything. */
  Optional<Telling> told(String child, String report, Ground newest) {
    return tellings.stream()
        .filter(each -> each.isOf(child, report) && each.restsOn(newest))
        .reduce((_, last) -> last);
  }

  Aftercare saying(SafeWord word) {
    return new Aftercare(and(words, word), hearings, tellings, closing);
  }

  Aftercare hearing(Hearing hearing) {
    return new Aftercare(words, and(hearings, hearing), tellings, closing);
  }

  Aftercare telling(Telling telling) {
    return new Aftercare(words, hearings, and(tellings, telling), closing);
  }

  Aftercare withTellings(UnaryOperator<Telling> change) {
    return new Aftercare(words, hearings, tellings.stream().map(change).toList(), closing);
  }

  Aftercare closed(Closing now) {
    return new Aftercare(words, hearings, tellings, now);
  }

  private static <T> List<T> and(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  @Override
  public String toString() {
    return "Aftercare[redacted]";
  }
}
