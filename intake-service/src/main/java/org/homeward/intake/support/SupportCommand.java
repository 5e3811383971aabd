package org.homeward.intake.support;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command of a member about support. */
sealed interface SupportCommand {

  record Add(Need need) implements SupportCommand {}

  /**
   * Somebody has said yes or no.
   *
   * @param parentFeared whether a child of the file fears who cares for it
   */
  record Say(String need, Word word, boolean parentFeared) implements SupportCommand {}

  record Offer(String need, Given given) implements SupportCommand {}

  /**
   * The outcome of an offer.
   *
   * @param custody the rule of this country about each service
   */
  record Move(
      String need,
      String given,
      Given.Stage to,
      @Nullable Integer cost,
      @Nullable String currency,
      @Nullable String note,
      boolean parentFeared,
      OfService custody,
      String by)
      implements SupportCommand {}

  record Write(Plan plan) implements SupportCommand {}

  /** The file is erased. */
  record Erase() implements SupportCommand {}

  /** Finds the rule about a service, in the country of this node. */
  interface OfService {
    Optional<Custody> of(Need need);
  }
}
