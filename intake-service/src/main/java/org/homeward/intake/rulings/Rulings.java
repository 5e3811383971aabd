package org.homeward.intake.rulings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.schema.disclosure.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of persons of this node about a case as a whole, beside its facts.
 *
 * @param words first words that wait for another person's
 * @param lifts of its freezes, in order; the freeze that stands, if any, is the one after them
 * @param brakeEnds the last answers to brakes of partners
 * @param ringsAt when a brake that nobody has answered rings next; null while there is none
 * @param keptFrom who is kept from another node's case by this node, whatever its owner says
 * @param decided the last decisions that one person made alone, in order
 * @param photos those that police had or have, by id
 * @param orders the last words of police about custody and protection orders, in order
 * @param otherKind what the case is about; null for a search that has always been one
 */
public record Rulings(
    List<Word> words,
    List<Lift> lifts,
    List<BrakeEnd> brakeEnds,
    @Nullable Instant ringsAt,
    Set<String> keptFrom,
    List<Decided> decided,
    Map<String, PhotoRuling> photos,
    List<OrdersCheck> orders,
    @Nullable KindRuling otherKind) {

  public static final Rulings NONE =
      new Rulings(
          List.of(), List.of(), List.of(), null, Set.of(), List.of(), Map.of(), List.of(), null);

  private static final int KEPT = 20;

  /** The most decisions kept; one that nobody has reviewed, or that ended, is never dropped. */
  private static final int DECISIONS_KEPT = 100;

  public Rulings {
    // Empty collections are not stored.
    words = words == null ? List.of() : List.copyOf(words);
    lifts = lifts == null ? List.of() : List.copyOf(lifts);
    brakeEnds = brakeEnds == null ? List.of() : List.copyOf(brakeEnds);
    keptFrom = keptFrom == null ? Set.of() : Set.copyOf(keptFrom);
    decided = decided == null ? List.of() : List.copyOf(decided);
    photos = photos == null ? Map.of() : Map.copyOf(photos);
    orders = orders == null ? List.of() : List.copyOf(orders);
  }

  /**
   * Two persons lifted a freeze.
   *
   * @param by who said it first
   * @param overrides version by handover: what it said until then does not freeze again
   */
  public record Lift(
      Instant at,
      String by,
      String with,
      @Nullable String reason,
      @Nullable String withReason,
      Map<String, Long> overrides) {

    public Lift {
      requireNonNull(at, "at");
      requireNonNull(by, "by");
      requireNonNull(with, "with");
      overrides = overrides == null ? Map.of() : Map.copyOf(overrides);
    }

    public static Lift of(Word first, Word second, Map<String, Long> overrides) {
      return new Lift(
          second.at(), first.by(), second.by(), first.reason(), second.reason(), overrides);
    }

    @Override
    public String toString() {
      return "Lift[" + at + "]";
    }
  }

  /**
   * A supervisor answered brakes that she had seen.
   *
   * @param answers count by handover: brakes up to it hold nothing any more
   */
  public record BrakeEnd(Instant at, String by, String reason, Map<String, Long> answers) {

    public BrakeEnd {
      requireNonNull(at, "at");
      requireNonNull(by, "by");
      requireNonNull(reason, "reason");
      answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    @Override
    public String toString() {
      return "BrakeEnd[" + at + "]";
    }
  }

  /** Names the freeze that stands, or would be the next: the first of a case is 1. */
  public int freezeNumber() {
    return lifts.size() + 1;
  }

  /** The version of a handover up to which it freezes nothing any more. */
  public long overridden(String handover) {
    return lifts.isEmpty() ? 0 : lifts.getLast().overrides().getOrDefault(handover, 0L);
  }

  /** The count of a handover's brakes up to which they are answered. */
  public long answered(String handover) {
    return answers().getOrDefault(handover, 0L);
  }

  /** The same of all handovers. */
  public Map<String, Long> answers() {
    return brakeEnds.isEmpty() ? Map.of() : brakeEnds.getLast().answers();
  }

  /** The first word for this kind of matter, unless it has lapsed. */
  public Optional<Word> waiting(Matter.Kind kind, Instant at) {
    return words.stream()
        .filter(word -> word.matter().kind() == kind && word.until().isAfter(at))
        .findFirst();
  }

  public Rulings waitingFor(List<Word> now) {
    return new Rulings(
        now, lifts, brakeEnds, ringsAt, keptFrom, decided, photos, orders, otherKind);
  }

  /** Something has happened since that makes the first word for this kind of matter void. */
  public Rulings voiding(Matter.Kind kind) {
    return waitingFor(Agreement.without(words, kind));
  }

  /** A person from whom the case is kept has no word in it. */
  public Rulings voidingWordsOf(Set<String> notTo) {
    return waitingFor(
        words.stream().filter(word -> !notTo.contains(Exclusion.person(word.by()))).toList());
  }

  public Rulings lifted(Lift lift) {
    List<Lift> all = new ArrayList<>(lifts);
    all.add(lift);
    return new Rulings(words, all, brakeEnds, ringsAt, keptFrom, decided, photos, orders, otherKind)
        .voiding(Matter.Kind.LIFT_FREEZE);
  }

  public Rulings ringing(@Nullable Instant at) {
    return new Rulings(words, lifts, brakeEnds, at, keptFrom, decided, photos, orders, otherKind);
  }

  public Rulings answered(BrakeEnd end) {
    List<BrakeEnd> all = new ArrayList<>(brakeEnds);
    all.add(end);
    List<BrakeEnd> last = all.subList(Math.max(0, all.size() - KEPT), all.size());
    return new Rulings(words, lifts, last, ringsAt, keptFrom, decided, photos, orders, otherKind);
  }

  public Rulings keepingFrom(Set<String> more) {
    Set<String> all = new LinkedHashSet<>(keptFrom);
    all.addAll(more);
    return new Rulings(words, lifts, brakeEnds, ringsAt, all, decided, photos, orders, otherKind);
  }

  public Rulings showing(Set<String> again) {
    Set<String> left = new LinkedHashSet<>(keptFrom);
    left.removeAll(again);
    return new Rulings(words, lifts, brakeEnds, ringsAt, left, decided, photos, orders, otherKind);
  }

  /** A person has decided about a photo. */
  public Rulings ruling(String photo, PhotoRuling now) {
    Map<String, PhotoRuling> all = new TreeMap<>(photos);
    all.put(photo, now);
    return new Rulings(words, lifts, brakeEnds, ringsAt, keptFrom, decided, all, orders, otherKind);
  }

  /** What the case is about. */
  public KindRuling kind() {
    return otherKind == null ? KindRuling.SEARCH : otherKind;
  }

  /** Persons have said what the case is about. */
  public Rulings being(KindRuling now) {
    KindRuling other = now.equals(KindRuling.SEARCH) ? null : now;
    return new Rulings(words, lifts, brakeEnds, ringsAt, keptFrom, decided, photos, orders, other);
  }

  /** Police have said whether there are orders, or a person takes back an earlier word. */
  public Rulings checking(OrdersCheck check) {
    List<OrdersCheck> all = new ArrayList<>(orders);
    all.add(check);
    List<OrdersCheck> last = all.subList(Math.max(0, all.size() - KEPT), all.size());
    return new Rulings(
        words, lifts, brakeEnds, ringsAt, keptFrom, decided, photos, last, otherKind);
  }

  /**
   * The last word of police, while it stands for all of these children.
   *
   * @param named digests of their names and birth dates
   */
  public Optional<OrdersCheck> ordersChecked(Set<String> children, Set<String> named) {
    return lastOrders().filter(last -> last.standsFor(children, named));
  }

  /** The last word of police, or the mistake that took it back. */
  public Optional<OrdersCheck> lastOrders() {
    return orders.isEmpty() ? Optional.empty() : Optional.of(orders.getLast());
  }

  /** One person alone has decided; the number is given here. */
  public Rulings deciding(Decided decision) {
    int number = decided.isEmpty() ? 1 : decided.getLast().number() + 1;
    List<Decided> all = new ArrayList<>(decided);
    all.removeIf(decision::renews);
    all.add(decision.numbered(number));
    long surplus = Math.max(0, all.size() - DECISIONS_KEPT);
    List<Decided> mayGo = new ArrayList<>(all);
    mayGo.removeIf(each -> each.seen() == null); // upholds 12
    mayGo.removeIf(each -> each.kind() == Decided.Kind.ENDED); // upholds 7
    all.removeAll(mayGo.stream().limit(surplus).toList());
    return withDecided(all);
  }

  /** Whether this person has ended the search for any of the children. */
  public boolean isEndedBy(String person) {
    return decided.stream()
        .anyMatch(each -> each.kind() == Decided.Kind.ENDED && each.by().equals(person));
  }

  public Optional<Decided> decision(int number) {
    return decided.stream().filter(each -> each.number() == number).findFirst();
  }

  /** Another person has looked at it. */
  public Rulings seen(int number, String by, Instant at) {
    return withDecided(
        decided.stream()
            .map(each -> each.number() == number ? each.seenBy(by, at) : each)
            .toList());
  }

  private Rulings withDecided(List<Decided> now) {
    return new Rulings(words, lifts, brakeEnds, ringsAt, keptFrom, now, photos, orders, otherKind);
  }

  /** JSON filter: omits the field when there are no rulings. */
  public static final class None {

    @Override
    public boolean equals(@Nullable Object value) {
      return NONE.equals(value);
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Override
  public String toString() {
    return "Rulings[" + lifts.size() + " lifts]";
  }
}
