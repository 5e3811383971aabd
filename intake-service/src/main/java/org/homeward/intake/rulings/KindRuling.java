package org.homeward.intake.rulings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.facts.CaseKind;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about, as persons of this node said. A case at risk has an end, before which it
 * rings; one that became a search has none any more, and no other kind ever had one.
 *
 * @param until the end of a case at risk, unless somebody renews it; null for any other
 * @param rung when it rang last because its end is near; null while it has not
 * @param turns what was decided of its kind after it was opened: all but the oldest renewals
 */
public record KindRuling(
    CaseKind kind, @Nullable Instant until, @Nullable Instant rung, List<Turn> turns) {

  /** As all cases were before there were kinds. */
  public static final KindRuling SEARCH = new KindRuling(CaseKind.MISSING, null, null, List.of());

  /** The kinds that a person may name when she opens a case. */
  public static final Set<CaseKind> OPENED_AS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CaseKind.OTHER)));

  private static final int YEARS = 1;
  private static final Duration NOTICE = Duration.ofDays(30);
  private static final Duration EVERY = Duration.ofDays(7);
  private static final int KEPT = 20;

  public KindRuling {
    requireNonNull(kind, "kind");
    if ((kind == CaseKind.AT_RISK) == (until == null)) {
      throw new IllegalArgumentException("a case at risk has an end, and no other has one");
    }
    turns = turns == null ? List.of() : List.copyOf(turns);
  }

  /**
   * Somebody renewed it, or said that the child is missing now.
   *
   * @param to the kind since then: its own for a renewal
   * @param by opaque id of the person
   * @param reason in the person's words; null where the child is missing and nothing was said
   */
  public record Turn(CaseKind to, String by, Instant at, @Nullable String reason) {

    public Turn {
      requireNonNull(to, "to");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "Turn[" + to + "]";
    }
  }

  /** Of a case that is opened now. */
  public static KindRuling opened(CaseKind kind, Instant at) {
    return switch (kind) {
      case MISSING -> SEARCH;
      case AT_RISK -> new KindRuling(kind, afterAYear(at), null, List.of());
      case UNIDENTIFIED -> new KindRuling(kind, null, null, List.of());
      case OTHER ->
          throw new IllegalArgumentException("nobody opens a case of a kind unknown here");
    };
  }

  private static Instant afterAYear(Instant at) {
    return at.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
  }

  public boolean is(CaseKind which) {
    return kind == which;
  }

  /** For another year from now. */
  public KindRuling renewed(String by, Instant at, String reason) {
    return new KindRuling(
        kind, afterAYear(at), null, and(new Turn(CaseKind.AT_RISK, by, at, reason)));
  }

  /** The child is missing now. */
  public KindRuling missing(String by, Instant at, @Nullable String reason) {
    return new KindRuling(
        CaseKind.MISSING, null, null, and(new Turn(CaseKind.MISSING, by, at, reason)));
  }

  private List<Turn> and(Turn turn) {
    List<Turn> all = new ArrayList<>(turns);
    all.add(turn);
    return all.subList(Math.max(0, all.size() - KEPT), all.size());
  }

  /** When the child of a case at risk went missing; empty for any other. */
  public Optional<Instant> missingSince() {
    return turns.stream()
        .filter(turn -> turn.to() == CaseKind.MISSING)
        .map(Turn::at)
        .reduce((_, last) -> last);
  }

  /** When it rings next because its end is near or past. */
  public Optional<Instant> ringsAt() {
    return Optional.ofNullable(until)
        .map(end -> rung == null ? end.minus(NOTICE) : rung.plus(EVERY)); // upholds 11
  }

  public KindRuling rung(Instant at) {
    return new KindRuling(kind, until, at, turns);
  }

  /** Since when it asks somebody to renew it; empty while its end is far. */
  public Optional<Instant> asksSince() {
    return Optional.ofNullable(until).filter(_ -> rung != null).map(end -> end.minus(NOTICE));
  }

  @Override
  public String toString() {
    return "KindRuling[" + kind + "]";
  }
}
