package org.homeward.intake.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Role;

/**
 * Remembers who has shown a token, and with which roles. The issuer alone knows who may log in;
 * this and the register of authorities are what intake can know of it by itself.
 */
public final class KnowStaff {

  /** Nobody counts on a person who has not been here for this long. */
  private static final Period LATELY = Period.ofDays(90);

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

  /** A person has come with these roles; written once a day. */
  void seen(String person, Set<Role> roles) {
    LocalDate day = today();
    Colleague known = written.getOrDefault(person, Colleague.NEVER_SEEN);
    if (!known.seen(roles, day).equals(known)) {
      WriteOutcome<Colleague, Colleague> _ =
          colleagues.put(
              person,
              read -> {
                Colleague before = read.map(each -> each.state()).orElse(Colleague.NEVER_SEEN);
                Colleague now = before.seen(roles, day);
                return now.equals(before)
                    ? Decision.keep(now)
                    : Decision.write(Edit.of(now, "intake").asEssential(), now);
              });
      written.put(person, known.seen(roles, day));
    }
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

  /** Why these entries may not be added; nobody is asked where they add nothing. */
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
