package org.homeward.intake.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Role;
import org.homeward.schema.writing.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who has shown a token, and with which roles. The issuer alone knows who may log in;
 * this and the register of authorities are what intake can know of it by itself.
 */
public final class KnowStaff implements AlarmHandler {

  /** Nobody counts on a person who has not been here for this long. */
  private static final Period LATELY = Period.ofDays(90);

  /** How long a name is kept after the person's last request. */
  private static final Period NAME_KEPT = Period.ofYears(1);

  private static final String NAME_DUE = "name";
  private static final String BY = "intake";
  private static final int LONGEST_NAME = 80;

  private final GuardedDocuments<Colleague> colleagues;
  private final AuthorityPersons authorityPersons;
  private final Clock clock;

  /** Written by this process; it spares a look into the store for each request. */
  private final Map<String, Colleague> written = new ConcurrentHashMap<>();

  KnowStaff(
      GuardedDocuments<Colleague> colleagues, AuthorityPersons authorityPersons, Clock clock) {
    this.colleagues = colleagues;
    this.authorityPersons = authorityPersons;
    this.clock = clock;
  }

  /**
   * A person has come with these roles; written once a day.
   *
   * @param claimed the name that her token says; absent in a token of a program
   */
  void seen(String person, Set<Role> roles, @Nullable String claimed) {
    LocalDate day = today();
    String name = name(roles, claimed);
    Colleague known = written.getOrDefault(person, Colleague.NEVER_SEEN);
    if (!known.seen(roles, name, day).equals(known)) {
      WriteOutcome<Colleague, Colleague> _ =
          colleagues.put(
              person,
              read -> {
                Colleague before = read.map(each -> each.state()).orElse(Colleague.NEVER_SEEN);
                Colleague now = before.seen(roles, name, day);
                return now.equals(before) ? Decision.keep(now) : Decision.write(edit(now), now);
              });
      written.put(person, known.seen(roles, name, day));
    }
  }

  /** The police are not colleagues whose names are kept. */
  private static @Nullable String name(Set<Role> roles, @Nullable String claimed) {
    if (roles.equals(Set.of(Role.POLICE))) return null; // upholds 8
    return name(claimed);
  }

  /** As it may stand on a page; anything else is no name. */
  private static @Nullable String name(@Nullable String claimed) {
    String name = claimed == null ? "" : claimed.strip();
    boolean isOne =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.chars().noneMatch(Character::isISOControl)
            && PlainText.isSeen(name);
    return isOne ? name : null;
  }

  private static Edit<Colleague> edit(Colleague now) {
    Map<String, Instant> dues = new TreeMap<>();
    if (now.name() != null) {
      now.lastSeen()
          .ifPresent(last -> dues.put(NAME_DUE, start(last.plus(NAME_KEPT)))); // upholds 8
    }
    return Edit.of(now, BY).withDues(dues).asEssential();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Forgets the name of whoever has not been here for long, and where it stood in history. */
  @Override
  public void due(String person) {
    Instant now = clock.instant();
    WriteOutcome<Colleague, Boolean> _ =
        colleagues.change(
            person,
            read ->
                read.dueAt(now).contains(NAME_DUE)
                    ? Decision.write(
                        Edit.of(read.state().nameless(), BY)
                            .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
                            .asEssential(),
                        true)
                    : Decision.keep(false));
    written.remove(person);
  }

  /**
   * A colleague.
   *
   * @param lately her roles of the last time
   */
  record Named(String person, String name, Set<Role> lately) {

    @Override
    public String toString() {
      return "Named[" + person + "]";
    }
  }

  /** All who have a name, in no particular order. */
  List<Named> named() {
    LocalDate lately = today().minus(LATELY);
    List<Named> all = new ArrayList<>();
    colleagues.forEach(
        each -> {
          String name = each.state().name();
          if (name != null) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            each.state().seen().keySet().stream()
                .filter(role -> each.state().isSeenSince(role, lately))
                .forEach(roles::add);
            all.add(new Named(each.id(), name, roles));
          }
        });
    return all;
  }

  /** All that are known; a node has some dozens. */
  public Staff now() {
    LocalDate lately = today().minus(LATELY);
    Map<Role, Set<String>> ever = new EnumMap<>(Role.class);
    Set<String> supervisors = new HashSet<>();
    Set<String> officers = new HashSet<>();
    colleagues.forEach(
        each -> {
          each.state()
              .seen()
              .keySet()
              .forEach(role -> ever.computeIfAbsent(role, _ -> new HashSet<>()).add(each.id()));
          if (each.state().isSeenSince(Role.SUPERVISOR, lately)) supervisors.add(each.id());
          if (each.state().isSeenSince(Role.DPO, lately)) officers.add(each.id());
        });
    return new Staff(ever, authorityPersons.now(), supervisors, officers);
  }

  /** Why these entries may not be added; the store is not read when they add nothing. */
  public Optional<Staff.Objection> against(
      Set<String> before, Set<String> named, boolean bySupervisor) {
    return before.containsAll(named)
        ? Optional.empty()
        : now().against(before, named, bySupervisor);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
