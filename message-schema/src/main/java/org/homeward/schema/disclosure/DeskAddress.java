package org.homeward.schema.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.codes.Regions;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Place;
import tools.jackson.databind.node.ObjectNode;

/**
 * The desks that a case is addressed to: those that a report was released to, and those responsible
 * where a child was last seen or lives. In doubt it is addressed to everyone: a duplicate is better
 * than a miss.
 *
 * @param releasedTo every desk that a report was released to, as the person named it
 * @param places ISO 3166 codes, as far as the police may read them
 * @param everyone all desks of the country, because there was a doubt once
 */
public record DeskAddress(Set<String> releasedTo, Set<String> places, boolean everyone) {

  public DeskAddress {
    // Empty collections are not stored.
    releasedTo = releasedTo == null ? Set.of() : sorted(releasedTo);
    places = places == null ? Set.of() : sorted(places);
  }

  /** The address of a case by its released reports. */
  public static DeskAddress of(CaseSnapshot told) {
    Set<String> releasedTo =
        told.reports().stream()
            .map(report -> report.policeRelease())
            .filter(PoliceRelease.Released.class::isInstance)
            .map(release -> ((PoliceRelease.Released) release).desk())
            .collect(Collectors.toSet());
    return new DeskAddress(releasedTo, places(CaseFacts.ofReleased(told.reports())), false);
  }

  /** Why a case is addressed to all desks. */
  public enum Doubt {
    /** A report was released to no desk that is registered and confirmed here. */
    UNKNOWN_DESK,
    /** A report was released to a desk whose key has expired or was revoked. */
    EXPIRED_DESK,
    /** No desk is left, or {@code notTo} excludes all that are. */
    NO_DESK_LEFT
  }

  /** The desks that read a case now, and the doubts because of which they are all. */
  public record Addressed(List<DeskSnapshot> desks, Set<Doubt> doubts) {

    public Addressed {
      desks = List.copyOf(desks);
      doubts = doubts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(doubts));
    }
  }

  /** With all that an earlier address of the case had: whoever was told hears how it goes on. */
  public DeskAddress and(DeskAddress earlier) {
    Set<String> allDesks = new TreeSet<>(releasedTo);
    allDesks.addAll(earlier.releasedTo);
    Set<String> allPlaces = new TreeSet<>(places);
    allPlaces.addAll(earlier.places);
    return new DeskAddress(allDesks, allPlaces, everyone || earlier.everyone);
  }

  public DeskAddress toEveryone() {
    return new DeskAddress(releasedTo, places, true);
  }

  /** The same desks by their ids: where a child was seen or lives does not outlive the search. */
  public DeskAddress withoutPlaces(Collection<DeskSnapshot> desks) {
    Set<String> ids = new TreeSet<>(releasedTo);
    desks.stream()
        .filter(desk -> names(desk.id(), desk.jurisdiction()))
        .map(DeskSnapshot::id)
        .forEach(ids::add);
    return new DeskAddress(ids, Set.of(), everyone);
  }

  /** Whether it is addressed to this desk; {@code notTo} may still exclude it. */
  public boolean names(String desk, Set<String> jurisdiction) {
    return everyone
        || releasedTo.contains(desk)
        || jurisdiction.stream()
            .anyMatch(area -> places.stream().anyMatch(place -> Regions.holds(area, place)));
  }

  /**
   * The desks that read the case.
   *
   * @param desks all that are known
   * @param node slug of this node, whose desks they are
   */
  public Addressed among(
      Collection<DeskSnapshot> desks,
      Set<String> notTo,
      boolean exercise,
      String node,
      Instant now) {
    List<DeskSnapshot> reading =
        desks.stream()
            .filter(desk -> desk.exercise() == exercise) // upholds 9
            .filter(desk -> desk.holds(now))
            .toList();
    List<DeskSnapshot> allowed =
        reading.stream().filter(desk -> !isExcluded(desk, notTo, node)).toList();
    List<DeskSnapshot> named =
        allowed.stream().filter(desk -> names(desk.id(), desk.jurisdiction())).toList();
    Set<Doubt> doubts = doubts(desks, reading, exercise);
    if (named.isEmpty()) {
      doubts.add(Doubt.NO_DESK_LEFT);
    }
    if (!doubts.isEmpty()) return new Addressed(allowed, doubts); // upholds 6
    return new Addressed(named, doubts);
  }

  /** Whether {@code notTo} names this desk, its country or its node. */
  public static boolean isExcluded(DeskSnapshot desk, Set<String> notTo, String node) {
    String country = desk.jurisdiction().iterator().next().substring(0, 2);
    var reader = new Recipient("police", country, node, desk.id(), null, desk.exercise());
    return !Collections.disjoint(notTo, reader.names());
  }

  private Set<Doubt> doubts(
      Collection<DeskSnapshot> desks, List<DeskSnapshot> reading, boolean exercise) {
    Set<String> known = ids(desks.stream().filter(d -> d.confirmed() && d.exercise() == exercise));
    Set<String> valid = ids(reading.stream());
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    for (String desk : releasedTo) {
      if (!valid.contains(desk)) {
        doubts.add(known.contains(desk) ? Doubt.EXPIRED_DESK : Doubt.UNKNOWN_DESK);
      }
    }
    return doubts;
  }

  private static Set<String> ids(Stream<DeskSnapshot> desks) {
    return desks.map(DeskSnapshot::id).collect(Collectors.toSet());
  }

  private static Set<String> places(Says released) {
    ObjectNode facts = SaysCodec.write(released);
    FactFilter.of(Set.of(Audience.POLICE), kept -> {}).apply(facts); // upholds 6
    Says readable = Binding.bind(Says.class, facts);
    List<Place> places = new ArrayList<>();
    LastSeen seen = readable.lastSeen();
    if (seen != null && seen.place() != null) {
      places.add(seen.place());
    }
    readable.children().values().stream()
        .map(ChildFacts::home)
        .filter(Objects::nonNull)
        .forEach(places::add);
    return places.stream().map(Place::area).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static Set<String> sorted(Set<String> set) {
    return Collections.unmodifiableSet(new TreeSet<>(set));
  }
}
