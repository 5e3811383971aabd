package org.homeward.intake.episodes;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.intake.cases.KeptCase;

/**
 * Two children of two cases, with the statements of people on whether they are one child.
 *
 * @param cases the cases of both; {@code children} has the child of each at the same place
 * @param turns the statements, the newest last; older ones than these are in the history
 * @param notTo the people who must not learn of it, because it stands for an erased case that was
 *     kept from them
 */
record Link(
    List<String> cases,
    List<String> children,
    boolean exercise,
    List<Turn> turns,
    Set<String> notTo)
    implements KeptLink {

  /** By which the links of a case are asked for. */
  static final String CASES = "cases";

  /** By which the links of a child are asked for. */
  static final String CHILDREN = "children";

  private static final int MOST_TURNS = 20;

  /** Whether a person says that both are one child. */
  enum Said {
    LINKED,
    UNLINKED
  }

  /**
   * A person's statement about both, with its time.
   *
   * @param by opaque id of the person
   */
  record Turn(Said said, LinkReason reason, String by, Instant at) {

    Turn {
      requireNonNull(said, "said");
      requireNonNull(reason, "reason");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  Link {
    cases = List.copyOf(cases);
    children = List.copyOf(children);
    turns = List.copyOf(turns);
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
    if (cases.size() != 2 || children.size() != 2 || turns.isEmpty()) {
      throw new IllegalArgumentException("a link has two children of two cases, and a word");
    }
  }

  /** In whichever order they come, it is the same link. */
  static Link first(Pair pair, boolean exercise, Turn turn) {
    return first(pair, exercise, turn, Set.of());
  }

  static Link first(Pair pair, boolean exercise, Turn turn, Set<String> notTo) {
    return new Link(
        List.of(pair.one().caseId(), pair.other().caseId()),
        List.of(pair.one().child(), pair.other().child()),
        exercise,
        List.of(turn),
        notTo);
  }

  Link saying(Turn turn) {
    List<Turn> more = new ArrayList<>(turns);
    more.add(turn);
    return new Link(
        cases,
        children,
        exercise,
        more.subList(Math.max(0, more.size() - MOST_TURNS), more.size()),
        notTo);
  }

  boolean isKeptFrom(String person) {
    return notTo.contains(KeptCase.named(person));
  }

  Turn newest() {
    return turns.getLast();
  }

  boolean isLinked() {
    return newest().said() == Said.LINKED;
  }

  EpisodeOf one() {
    return new EpisodeOf(cases.getFirst(), children.getFirst());
  }

  EpisodeOf other() {
    return new EpisodeOf(cases.getLast(), children.getLast());
  }

  /** The child that one of its two cases has here. */
  String childOf(String caseId) {
    return one().caseId().equals(caseId) ? one().child() : other().child();
  }

  boolean isOf(EpisodeOf episode) {
    return one().equals(episode) || other().equals(episode);
  }

  /** The end that is of the other case. */
  EpisodeOf besides(String caseId) {
    return one().caseId().equals(caseId) ? other() : one();
  }

  /** The end that is not this one. */
  EpisodeOf besides(EpisodeOf episode) {
    return one().equals(episode) ? other() : one();
  }
}
