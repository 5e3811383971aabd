package org.homeward.alert.subscribers.organisations;

import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Set;
import org.homeward.alert.subscribers.organisations.OrganisationEntry.State;
import org.homeward.frame.operate.SampledGauges;

/** Counts the entries of one kind by how they stand; nobody is named. */
public final class EntryGauges {

  private EntryGauges() {}

  /**
   * @param states that the kind knows
   */
  public static SampledGauges of(
      String name, String what, Set<State> states, ListEntries<?> entries) {
    var gauges = new SampledGauges();
    for (State state : states) {
      gauges.seldom(
          name,
          what,
          Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
          () -> entries.byState().getOrDefault(state, 0));
    }
    return gauges;
  }
}
