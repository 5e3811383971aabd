package org.homeward.intake.aftercare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * @param withdrawals how often somebody withdrew something, also where nothing stood
 */
record Aftercare(
    List<SafeWord> words,
    List<Hearing> hearings,
    List<Telling> tellings,
    @Nullable Closing closing,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int withdrawals)
    implements KeptAftercare {

  static final Aftercare EMPTY = new Aftercare(List.of(), List.of(), List.of(), null, 0);

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

  /**
   * What decides about this claimant: a refusal that stands, of any child of the case, or else what
   * this child agreed to.
   *
   * @param incarnation of the data: who agreed before a restore is asked again
   */
  Optional<Hearing> heard(String child, String report, int incarnation) {
    Optional<Hearing> refusal =
        hearings.stream()
            .filter(each -> each.report().equals(report) && !each.agrees())
            .filter(each -> agreement(each.child(), report, incarnation).isEmpty())
            .reduce((_, last) -> last);
    return refusal.isPresent() ? refusal : agreement(child, report, incarnation);
  }

  /** It was both met and recorded after everything that the child refused. */
  private Optional<Hearing> agreement(String child, String report, int incarnation) {
    List<Hearing> all = hearings(child, report);
    int refused = -1;
    Instant metRefusing = Instant.MIN;
    for (int i = 0; i < all.size(); i++) {
      Hearing each = all.get(i);
      if (!each.agrees()) {
        refused = i;
        metRefusing = later(metRefusing, each.meeting().at());
      }
    }
    Instant last = metRefusing;
    return all.subList(refused + 1, all.size()).stream()
        .filter(each -> each.agrees() && each.countsIn(incarnation)) // upholds 6
        .filter(each -> each.meeting().at().isAfter(last)) // upholds 6
        .reduce((_, newest) -> newest);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether a word says of any child of the case that nobody must be told where it is. */
  boolean keepsHidden() {
    return words.stream().map(SafeWord::child).distinct().anyMatch(it -> safety(it).keepHidden());
  }

  /** Whom its children fear, as they said when they were asked about claimants. */
  Set<Feared> feared() {
    return hearings.stream().flatMap(each -> each.fears().stream()).collect(Collectors.toSet());
  }

  /** Whether the child itself has answered whom it fears. */
  boolean wasAskedWhomItFears(String child, int incarnation) {
    return hearings.stream()
        .anyMatch(
            each ->
                each.child().equals(child)
                    && !each.feared().isEmpty()
                    && each.countsIn(incarnation));
  }

  /** The decision that rests on the newest of everything; none once the case is closed. */
  Optional<Telling> told(String child, String report, Ground newest) {
    if (closing != null) return Optional.empty(); // upholds 6
    return tellings.stream()
        .filter(each -> each.isOf(child, report) && each.restsOn(newest))
        .reduce((_, last) -> last);
  }

  Aftercare saying(SafeWord word) {
    return new Aftercare(and(words, word), hearings, tellings, closing, withdrawals);
  }

  Aftercare hearing(Hearing hearing) {
    return new Aftercare(words, and(hearings, hearing), tellings, closing, withdrawals);
  }

  Aftercare telling(Telling telling) {
    return new Aftercare(words, hearings, and(tellings, telling), closing, withdrawals);
  }

  /** It is one more, also where nothing stood: whoever decides now has not read it. */
  Aftercare withdrawing(Predicate<Telling> these, Telling.Withdrawn now) {
    List<Telling> left =
        tellings.stream().map(each -> these.test(each) ? each.withdrawn(now) : each).toList();
    return new Aftercare(words, hearings, left, closing, withdrawals + 1);
  }

  Aftercare closed(Closing now) {
    return new Aftercare(words, hearings, tellings, now, withdrawals);
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
