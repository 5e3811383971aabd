package org.homeward.console.owners;

import java.util.List;
import org.homeward.console.facts.Fact;

/**
 * Shows a person the sighting that would go to the owner of a partner's case, before sending it.
 *
 * @param facts exactly what goes
 * @param seen the version of the tip that is shown
 * @param key the Idempotency-Key of its form
 * @param wrong why it is not sent, in words
 */
record OwnerPage(
    String id, boolean exercise, List<Fact> facts, String seen, String key, String wrong) {

  OwnerPage {
    facts = List.copyOf(facts);
  }

  @Override
  public String toString() {
    return "OwnerPage[" + id + "]";
  }
}
