package org.homeward.alert.subscribers.organisations;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    return new SampledGauges().seldomList(name, what, "state", () -> counted(states, entries));
  }

  private static Map<String, Double> counted(Set<State> states, ListEntries<?> entries) {
    Map<State, Integer> byState = entries.byState();
    Map<String, Double> counted = new TreeMap<>();
    for (State state : states) {
      counted.put(
          state.name().toLowerCase(Locale.ROOT), byState.getOrDefault(state, 0).doubleValue());
    }
    return counted;
  }
}
