package org.homeward.bridge.messages;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How many attempts in a row each partner has left unanswered; for a number and a warning. */
final class PartnerSilence {

  private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();
  private final Supplier<Stream<String>> partners;

  /**
   * @param partners those of the registry
   */
  PartnerSilence(Supplier<Stream<String>> partners) {
    this.partners = partners;
  }

  void ended(String partner, String outcome) {
    if (outcome.equals(SendMessages.UNANSWERED)) {
      unanswered.merge(partner, 1, Integer::sum);
    } else {
      unanswered.remove(partner);
    }
  }

  /** By the partner's slug. */
  Map<String, Double> byPartner() {
    Map<String, Double> all = new TreeMap<>();
    partners.get().forEach(partner -> all.put(partner, 0.0));
    unanswered.forEach((partner, attempts) -> all.put(partner, attempts.doubleValue()));
    return all;
  }
}
