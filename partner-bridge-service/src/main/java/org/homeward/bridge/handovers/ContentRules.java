package org.homeward.bridge.handovers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.schema.bridge.MessageOpener;
import org.homeward.schema.disclosure.FromPartner;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.snapshots.HandedCase;

/** The rules by which a holder refuses content that no honest owner would send. */
final class ContentRules {

  /** Larger content is refused, because the node's topic could not carry it. */
  private static final int MAX_CONTENT_BYTES = 240 * 1024;

  private static final List<Rule> RULES =
      List.of(
          new Rule(Refusal.NOT_FOR_PARTNERS, ContentRules::isNotForPartners), // upholds 6
          new Rule(Refusal.NOT_CHECKED, ContentRules::comesBeforeTheCheck), // upholds 6
          new Rule(Refusal.LEASE_TOO_LONG, ContentRules::isLentTooLong), // upholds 7
          new Rule(Refusal.KEPT_FROM_RECEIVER, ContentRules::isKeptFromHere), // upholds 6
          new Rule(Refusal.FULL, ContentRules::isTooLarge));

  private ContentRules() {}

  private record Rule(Refusal why, Predicate<Arrived> isBroken) {}

  /**
   * Content as it came.
   *
   * @param checked a person here has looked for a conflict
   */
  private record Arrived(HolderEvent.Given given, boolean checked, Instant now) {

    HandedCase content() {
      return given.content();
    }
  }

  /** The first rule that the content breaks. */
  static Optional<Refusal> against(HolderEvent.Given given, boolean checked, Instant now) {
    var arrived = new Arrived(given, checked, now);
    return RULES.stream().filter(rule -> rule.isBroken().test(arrived)).map(Rule::why).findFirst();
  }

  private static boolean isTooLarge(Arrived arrived) {
    String facts = SaysCodec.write(arrived.content().facts()).toString();
    return facts.getBytes(UTF_8).length > MAX_CONTENT_BYTES;
  }

  private static boolean isNotForPartners(Arrived arrived) {
    return !FromPartner.isForPartners(arrived.content().facts());
  }

  /** The label does not make a minimum of the content. */
  private static boolean comesBeforeTheCheck(Arrived arrived) {
    HandedCase content = arrived.content();
    boolean isMore =
        content.scope() == Scope.FULL
            || !FromPartner.isMinimum(content.facts())
            || !content.photos().isEmpty();
    return isMore && !arrived.checked();
  }

  private static boolean isLentTooLong(Arrived arrived) {
    Instant longest = arrived.now().plus(Clocks.LONGEST_LEASE).plus(MessageOpener.SKEW);
    return arrived.given().leaseUntil().isAfter(longest);
  }

  private static boolean isKeptFromHere(Arrived arrived) {
    return !Collections.disjoint(arrived.content().notTo(), arrived.given().here());
  }
}
