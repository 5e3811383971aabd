package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.screening.Screening;
import org.jspecify.annotations.Nullable;

/**
 * A trafficking case of one person.
 *
 * @param members opaque ids of the confidants who read and change it
 * @param out opaque ids of those who were members and are none now
 * @param notTo the people who must not learn of it, named as a case names them
 * @param glass opaque ids of supervisors for whom it is open by break-glass, until their alarm
 * @param openings by break-glass, the oldest first
 * @param openedBy opaque id of the confidant who began it
 * @param touchedAt when a member last changed it
 * @param toErase the first word to erase it; void once a member changes the file
 */
record CareFile(
    boolean exercise,
    About about,
    Set<String> members,
    Set<String> out,
    Set<String> notTo,
    Set<String> glass,
    List<Screening> screenings,
    List<Consent> consents,
    List<PassedOn> passedOn,
    List<Opening> openings,
    String openedBy,
    Instant openedAt,
    Instant touchedAt,
    @Nullable EraseWord toErase)
    implements KeptCareFile {

  /** Fields of the state that say who may read it. */
  static final String MEMBERS = "members";

  static final String GLASS = "glass";

  CareFile {
    requireNonNull(about, "about");
    requireNonNull(openedBy, "openedBy");
    requireNonNull(openedAt, "openedAt");
    requireNonNull(touchedAt, "touchedAt");
    members = members == null ? Set.of() : Set.copyOf(members);
    out = out == null ? Set.of() : Set.copyOf(out);
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
    glass = glass == null ? Set.of() : Set.copyOf(glass);
    screenings = screenings == null ? List.of() : List.copyOf(screenings);
    consents = consents == null ? List.of() : List.copyOf(consents);
    passedOn = passedOn == null ? List.of() : List.copyOf(passedOn);
    openings = openings == null ? List.of() : List.copyOf(openings);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("members: somebody reads it");
    }
  }

  /** As somebody opens it. */
  static CareFile opened(
      boolean exercise,
      About about,
      Set<String> members,
      Set<String> notTo,
      String by,
      Instant now) {
    return new CareFile(
        exercise, about, members, Set.of(), notTo, Set.of(), List.of(), List.of(), List.of(),
        List.of(), by, now, now, null);
  }

  boolean isKeptFrom(String person) {
    return notTo.contains(KeptCase.named(person));
  }

  boolean isMember(String person) {
    return members.contains(person) && !isKeptFrom(person); // upholds 6
  }

  boolean isOpenTo(String person, Instant now) {
    return !isKeptFrom(person) // upholds 6
        && openings.stream().anyMatch(each -> each.by().equals(person) && each.isOpenAt(now));
  }

  /** The last decision; empty before anybody decided. */
  Optional<Screening> newest() {
    return screenings.isEmpty() ? Optional.empty() : Optional.of(screenings.getLast());
  }

  /** The offices that may learn of the person, by the newest consent. */
  Set<Office> consented() {
    return consents.isEmpty() ? Set.of() : consents.getLast().to();
  }

  /** When the next break-glass is over; of one person the newest counts. */
  Optional<Instant> glassUntil(Instant now) {
    Map<String, Instant> newest = new TreeMap<>();
    openings.stream()
        .filter(each -> each.isOpenAt(now) || glass.contains(each.by()))
        .forEach(each -> newest.merge(each.by(), each.until(), (a, b) -> a.isAfter(b) ? a : b));
    return newest.values().stream().min(Comparator.naturalOrder());
  }

  /** Consent that was given under another age counts no more. */
  CareFile written(About now, Instant at) {
    List<Consent> nowConsents = now.age() == about.age() ? consents : List.of(); // upholds 6
    return with(now, screenings, nowConsents, passedOn, at);
  }

  /** Whoever was kept out stays out. */
  CareFile shared(Set<String> nowMembers, Set<String> more, Instant at) {
    Set<String> nowOut = new TreeSet<>(out);
    nowOut.addAll(members);
    nowOut.removeAll(nowMembers);
    return with(nowMembers, nowOut, and(notTo, more), at);
  }

  /**
   * As a restore knows it, which is no change of a member: what was taken away since the copy was
   * made is taken away again.
   *
   * @param nowOut more who were members
   * @param then the members of then; they are left where nobody else would be
   */
  CareFile sharedAgain(Set<String> nowOut, Set<String> more, Set<String> then) {
    Set<String> left = new TreeSet<>(members);
    left.removeAll(nowOut);
    Set<String> kept = and(notTo, more);
    if (left.isEmpty()) {
      left.addAll(then);
    }
    if (left.isEmpty()) {
      nowOut.forEach(person -> kept.add(KeptCase.named(person))); // upholds 6
      left.addAll(members);
    }
    Set<String> allOut = and(out, nowOut);
    allOut.removeAll(left);
    return with(left, allOut, kept, touchedAt);
  }

  private static Set<String> and(Set<String> some, Set<String> more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  CareFile screened(Screening screening, Instant at) {
    return with(about, and(screenings, screening), consents, passedOn, at);
  }

  CareFile consenting(Consent consent, Instant at) {
    return with(about, screenings, and(consents, consent), passedOn, at);
  }

  CareFile passing(PassedOn told, Instant at) {
    return with(about, screenings, consents, and(passedOn, told), at);
  }

  CareFile opening(Opening opening, Instant now) {
    return opened(and(openings, opening), now);
  }

  /** An officer has asked about one of them. */
  CareFile openingSeen(int number, String officer, Instant now) {
    List<Opening> all = new ArrayList<>(openings);
    all.set(number, all.get(number).seen(officer));
    return opened(all, now);
  }

  /** For whom it is open now. */
  CareFile glassAt(Instant now) {
    return opened(openings, now);
  }

  /** The first word to erase it, while it counts. */
  Optional<EraseWord> toEraseAt(Instant now) {
    return Optional.ofNullable(toErase).filter(word -> word.countsAt(now));
  }

  CareFile toErase(EraseWord word) {
    return new CareFile(
        exercise,
        about,
        members,
        out,
        notTo,
        glass,
        screenings,
        consents,
        passedOn,
        openings,
        openedBy,
        openedAt,
        touchedAt,
        word);
  }

  private CareFile opened(List<Opening> all, Instant now) {
    Set<String> open =
        all.stream()
            .filter(each -> each.isOpenAt(now))
            .map(Opening::by)
            .collect(Collectors.toSet());
    return new CareFile(
        exercise,
        about,
        members,
        out,
        notTo,
        open,
        screenings,
        consents,
        passedOn,
        all,
        openedBy,
        openedAt,
        touchedAt,
        toErase);
  }

  private CareFile with(
      Set<String> nowMembers, Set<String> nowOut, Set<String> nowNotTo, Instant at) {
    return new CareFile(
        exercise,
        about,
        nowMembers,
        nowOut,
        nowNotTo,
        glass,
        screenings,
        consents,
        passedOn,
        openings,
        openedBy,
        openedAt,
        at,
        null);
  }

  private CareFile with(
      About nowAbout,
      List<Screening> nowScreenings,
      List<Consent> nowConsents,
      List<PassedOn> nowPassedOn,
      Instant at) {
    return new CareFile(
        exercise,
        nowAbout,
        members,
        out,
        notTo,
        glass,
        nowScreenings,
        nowConsents,
        nowPassedOn,
        openings,
        openedBy,
        openedAt,
        at,
        null);
  }

  private static <T> List<T> and(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  @Override
  public String toString() {
    return "CareFile[redacted]";
  }
}
