package org.homeward.alert.orders.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.alert.orders.authorities.Power;
import org.homeward.alert.orders.authorities.ReadAuthorities;
import org.homeward.alert.orders.criteria.CountryRules;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.orders.preview.Rendered;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.values.Audience;

/** Makes a proposal of what an author asks for, unless nothing may go out about it. */
final class MakeProposal {

  private final AlertStates states;
  private final ReadAuthorities register;
  private final RenderAlert renderAlert;
  private final Duration publicLongest;
  private final CountryRules countryRules;
  private final Clock clock;

  /**
   * @param publicLongest the longest life of an alert to everybody on this node
   */
  MakeProposal(
      AlertStates states,
      ReadAuthorities register,
      RenderAlert renderAlert,
      Duration publicLongest,
      CountryRules countryRules,
      Clock clock) {
    this.states = states;
    this.register = register;
    this.renderAlert = renderAlert;
    this.publicLongest = publicLongest;
    this.countryRules = countryRules;
    this.clock = clock;
  }

  /** Uses a proposal that was made. */
  @FunctionalInterface
  interface Use {
    AlertAnswer of(Proposal proposal, String home, boolean exercise);
  }

  AlertAnswer from(RenderAlert.Which which, AlertWish wish, String author, Use use) {
    if (!renderAlert.knows(which.caseId())) {
      return new AlertAnswer.NotRendered(new Rendered.UnknownCase());
    }
    Instant now = clock.instant();
    Optional<Guarded<Authority>> entry =
        register
            .one(wish.authority())
            .filter(found -> found.state().holds(Power.over(wish.to()), now));
    Optional<AlertRefusal> refusal = refusal(which, wish, entry, now);
    if (refusal.isPresent()) {
      return new AlertAnswer.NotProposed(refusal.get());
    }
    if (states.isKeptFromReaders(which.caseId(), wish)) { // upholds 6
      return new AlertAnswer.NotRendered(new Rendered.Withheld(Disclosure.Reason.NOT_TO));
    }
    List<String> beside =
        which.edition() > 1
            ? List.of()
            : states.beside(which.caseId(), which.alert(), AlertStates.Reach.of(wish));
    if (!beside.isEmpty() && !wish.again()) {
      return new AlertAnswer.AnotherIsLive(beside.getFirst());
    }
    Authority office = entry.orElseThrow().state();
    var order = new PreviewDocument.Authority(wish.authority(), office.office(), wish.reference());
    return switch (renderAlert.render(
        which.beside(beside), wish, order, office.country(), author)) {
      case Rendered.Ready(Preview preview, String home, boolean exercise) ->
          use.of(Proposal.by(author, wish, preview), home, exercise);
      case Rendered no -> new AlertAnswer.NotRendered(no);
    };
  }

  private Optional<AlertRefusal> refusal(
      RenderAlert.Which which, AlertWish wish, Optional<Guarded<Authority>> entry, Instant now) {
    Set<Hold> holds = states.against(which.caseId(), which.alert());
    if (holds.contains(Hold.NOT_A_SEARCH)) return Optional.of(AlertRefusal.NOT_A_SEARCH);
    if (!holds.isEmpty()) {
      return Optional.of(AlertRefusal.HELD);
    }
    if (entry.isEmpty()) {
      return Optional.of(AlertRefusal.NOT_IN_REGISTER);
    }
    if (!now.isBefore(wish.until())) {
      return Optional.of(AlertRefusal.EXPIRED);
    }
    String country = entry.get().state().country();
    return wish.until().isAfter(now.plus(longest(wish.to(), country)))
        ? Optional.of(AlertRefusal.TOO_LONG)
        : Optional.empty();
  }

  /** The shortest of three limits: of all countries, of this node, and of the ordering country. */
  private Duration longest(Audience readers, String country) {
    Duration most = ApprovalRules.longest(readers);
    if (readers != Audience.PUBLIC) {
      return most;
    }
    return Stream.of(most, publicLongest, countryRules.longest(country).orElse(most))
        .min(Comparator.naturalOrder())
        .get();
  }
}
