package org.homeward.alert.police.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.jspecify.annotations.Nullable;

/** Decides which desks a notice is for, and from which it is taken back. */
final class AddressNotice {

  private final Supplier<List<DeskSnapshot>> desks;
  private final String node;

  /**
   * @param desks all that are registered now
   * @param node slug of this node
   */
  AddressNotice(Supplier<List<DeskSnapshot>> desks, String node) {
    this.desks = desks;
    this.node = node;
  }

  /**
   * The address by what the case says now and by all that it said before: a desk that was told
   * hears how it goes on. A notice of an earlier version was told to all desks.
   */
  DeskAddress address(CaseSnapshot told, Optional<PoliceNotice> before, Instant at) {
    DeskAddress now = DeskAddress.of(told);
    if (before.isPresent()) {
      DeskAddress earlier = before.get().address();
      now = earlier == null ? now.toEveryone() : now.and(earlier);
    }
    boolean sure =
        now.among(desks.get(), told.notTo(), told.exercise(), node, at).doubts().isEmpty();
    return sure ? now : now.toEveryone();
  }

  /** The address of a search that has ended, by what the case says. */
  DeskAddress ended(CaseSnapshot told, Optional<PoliceNotice> before, Instant at) {
    return address(told, before, at).withoutPlaces(desks.get());
  }

  /** The address of a search that has ended because its case was erased. */
  @Nullable DeskAddress ended(@Nullable DeskAddress before) {
    return before == null ? null : before.withoutPlaces(desks.get());
  }

  /** The notices in doubt (see the glossary). */
  List<Guarded<PoliceNotice>> inDoubt(List<Guarded<PoliceNotice>> notices, Instant at) {
    List<DeskSnapshot> all = desks.get();
    return notices.stream().filter(notice -> isInDoubt(notice.state(), all, at)).toList();
  }

  /** One of an earlier version is not: all desks read it anyway. */
  private boolean isInDoubt(PoliceNotice notice, List<DeskSnapshot> all, Instant at) {
    DeskAddress address = notice.address();
    return address != null
        && !address.among(all, notice.notTo(), notice.exercise(), node, at).doubts().isEmpty();
  }

  /**
   * The desks, and single people of desks, that must not learn of it and had it until now, with
   * those from before.
   */
  Map<String, Withdrawal> withdrawn(
      Optional<PoliceNotice> before, Set<String> nowNotTo, Instant at, List<Instant> editions) {
    PoliceNotice notice = before.orElse(null);
    if (notice == null || notice.notTo().equals(nowNotTo)) {
      return notice == null ? Map.of() : notice.withdrawn();
    }
    Map<String, Withdrawal> withdrawn = new TreeMap<>(notice.withdrawn());
    var taken = new Withdrawal(notice.edition() + 1, at, editions);
    Set<String> people = newPeople(notice.notTo(), nowNotTo);
    for (DeskSnapshot desk : desks.get()) {
      boolean excluded = DeskAddress.isExcluded(desk, nowNotTo, node);
      if (!excluded) {
        withdrawn.remove(desk.id());
      } else if (hadIt(notice, desk)) {
        withdrawn.put(desk.id(), taken); // upholds 4
      }
      if (hadIt(notice, desk)) {
        people.forEach(p -> withdrawn.put(Withdrawal.from(desk.id(), p), taken)); // upholds 4
      }
    }
    Set<String> readAgain = newPeople(nowNotTo, notice.notTo());
    withdrawn.keySet().removeIf(from -> readAgain.stream().anyMatch(p -> isOf(from, p)));
    return withdrawn;
  }

  /** Those of them who were not named before. */
  private static Set<String> newPeople(Set<String> before, Set<String> now) {
    return now.stream()
        .filter(name -> name.startsWith(Withdrawal.PERSON) && !before.contains(name))
        .map(name -> name.substring(Withdrawal.PERSON.length()))
        .collect(Collectors.toSet());
  }

  private static boolean isOf(String from, String person) {
    return from.endsWith(Withdrawal.from("", person));
  }

  private boolean hadIt(PoliceNotice notice, DeskSnapshot desk) {
    return desk.confirmed()
        && desk.exercise() == notice.exercise()
        && notice.isFor(desk.id(), desk.jurisdiction())
        && !DeskAddress.isExcluded(desk, notice.notTo(), node);
  }
}
