package org.homeward.intake.family;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.ReporterRelation;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a family to whom the hotline speaks.
 *
 * @param name as the person says it
 * @param number on file: the only one at which this person is called
 * @param report of the case whose caller the person is; null for one who has never called
 * @param language in which the person is spoken to, BCP 47
 * @param mustNotLearn in words, for whoever calls; null where nobody has said anything
 * @param told in the order in which it was read aloud
 * @param calls that were promised, in that order; the last one may stand
 * @param attempts calls that reached nobody, in that order; the last hundred
 * @param renumbered why the number was changed last; null while it is the first
 * @param by opaque id of the person who wrote the contact down
 * @param over null while the hotline speaks to this person
 */
record Contact(
    String id,
    String name,
    PhoneNumber number,
    ReporterRelation relation,
    @Nullable String report,
    String language,
    @Nullable String mustNotLearn,
    List<Told> told,
    List<NextCall> calls,
    List<Attempt> attempts,
    String by,
    Instant at,
    @Nullable Word renumbered,
    @Nullable Word over) {

  private static final int MOST_ATTEMPTS = 100;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /**
   * Why somebody did something.
   *
   * @param by opaque id of the person
   */
  record Word(String reason, String by, Instant at) {

    Word {
      requireNonNull(reason, "reason");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "Word[" + at + "]";
    }
  }

  Contact {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(number, "number");
    requireNonNull(relation, "relation");
    requireNonNull(language, "language");
    told = told == null ? List.of() : List.copyOf(told);
    calls = calls == null ? List.of() : List.copyOf(calls);
    attempts = attempts == null ? List.of() : List.copyOf(attempts);
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  boolean isOver() {
    return over != null;
  }

  /**
   * Whether the person has said this name: all its words, in any order, in small letters or not.
   */
  boolean isNamed(String said) {
    return words(name).equals(words(said)) && !words(said).isEmpty();
  }

  private static Set<String> words(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    plain = MARKS.matcher(plain).replaceAll("").replace("đ", "dj");
    Set<String> words = new TreeSet<>(List.of(BETWEEN.split(plain)));
    words.remove("");
    return words;
  }

  /** The promise that stands. */
  Optional<NextCall> next() {
    return calls.isEmpty()
        ? Optional.empty()
        : Optional.of(calls.getLast()).filter(NextCall::stands);
  }

  Optional<Told> update(String of) {
    return told.stream().filter(each -> each.id().equals(of)).findFirst();
  }

  Contact keptFrom(String text) {
    return new Contact(
        id,
        name,
        number,
        relation,
        report,
        language,
        text,
        told,
        calls,
        attempts,
        by,
        at,
        renumbered,
        over);
  }

  Contact renumbered(PhoneNumber now, Word why) {
    return new Contact(
        id,
        name,
        now,
        relation,
        report,
        language,
        mustNotLearn,
        told,
        calls,
        attempts,
        by,
        at,
        why,
        over);
  }

  /** Nobody was reached: what was promised stands as it was. */
  Contact trying(Attempt attempt) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return with(told, calls, all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size()));
  }

  /** The promise before is over by it. */
  Contact promising(NextCall next) {
    List<NextCall> all = new ArrayList<>(withoutPromise(next.setAt(), next.setBy()));
    all.add(next);
    return with(told, all, attempts);
  }

  Contact telling(Told now) {
    List<Told> all = new ArrayList<>(told);
    all.add(now);
    return with(all, calls, attempts);
  }

  /** Whoever was told was called: a promise that was made before is kept by it. */
  Contact ended(Told what, Told.How how, Instant now, String by) {
    boolean isKept =
        how == Told.How.TOLD
            && next().filter(promised -> promised.setAt().isBefore(what.at())).isPresent();
    List<Told> all =
        told.stream().map(each -> each.id().equals(what.id()) ? each.ended(how) : each).toList();
    return with(all, isKept ? withoutPromise(now, by) : calls, attempts);
  }

  Contact over(Word why) {
    return new Contact(
        id,
        name,
        number,
        relation,
        report,
        language,
        mustNotLearn,
        told,
        withoutPromise(why.at(), why.by()),
        attempts,
        by,
        at,
        renumbered,
        why);
  }

  private List<NextCall> withoutPromise(Instant now, String who) {
    return calls.stream().map(each -> each.over(now, who)).toList();
  }

  private Contact with(List<Told> nowTold, List<NextCall> nowCalls, List<Attempt> nowAttempts) {
    return new Contact(
        id,
        name,
        number,
        relation,
        report,
        language,
        mustNotLearn,
        nowTold,
        nowCalls,
        nowAttempts,
        by,
        at,
        renumbered,
        over);
  }

  @Override
  public String toString() {
    return "Contact[" + id + "]";
  }
}
