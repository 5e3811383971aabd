package org.homeward.intake.episodes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.intake.episodes.LinkDecision.Refusal;

/** The rules by which children of cases become one child and are told apart again. */
final class LinkDecisions {

  private LinkDecisions() {}

  /**
   * Somebody says that two are one child.
   *
   * @param known the link as it is; empty when nobody has linked these two before
   * @param first the link as it will be then
   * @param of the episodes of the one child, as far as the person sees them
   * @param with those of the other
   */
  static LinkDecision link(Optional<KeptLink> known, Link first, Episodes of, Episodes with) {
    if (known.isPresent() && known.get() instanceof Link link && link.isLinked()) {
      return new LinkDecision.Unchanged();
    }
    Optional<Refusal> why = whyNot(of, with);
    if (why.isPresent()) {
      return new LinkDecision.Refused(why.get());
    }
    return switch (known.orElse(first)) {
      case Link link when link == first -> new LinkDecision.Changed(first);
      case Link link -> new LinkDecision.Changed(link.saying(first.newest()));
      case GoneLink _ -> new LinkDecision.Refused(Refusal.CASE_ERASED);
    };
  }

  /** A link always joins two that were not one, so that undoing it parts exactly those again. */
  private static Optional<Refusal> whyNot(Episodes of, Episodes with) {
    if (of.all().stream().anyMatch(with.all()::contains)) {
      return Optional.of(Refusal.ONE_CHILD_ALREADY);
    }
    Map<String, String> children = new HashMap<>();
    boolean siblings =
        Stream.concat(of.all().stream(), with.all().stream())
            .map(each -> children.put(each.caseId(), each.child()))
            .anyMatch(sibling -> sibling != null);
    return siblings ? Optional.of(Refusal.SIBLINGS_WOULD_BE_ONE) : Optional.empty();
  }

  /** Somebody says that two are not one child. */
  static LinkDecision unlink(KeptLink known, Link.Turn turn) {
    return switch (known) {
      case Link link when link.isLinked() -> new LinkDecision.Changed(link.saying(turn));
      case Link _ -> new LinkDecision.Unchanged();
      case GoneLink _ -> new LinkDecision.Refused(Refusal.CASE_ERASED);
    };
  }
}
