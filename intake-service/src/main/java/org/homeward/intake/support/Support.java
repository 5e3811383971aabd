package org.homeward.intake.support;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The needs and services around one care file. It is as hidden as the file, and goes with it.
 *
 * @param needs in the order in which they were written down
 * @param plan null: nobody has written one
 */
record Support(List<Need> needs, @Nullable Plan plan) implements KeptSupport {

  static final Support EMPTY = new Support(List.of(), null);

  Support {
    needs = needs == null ? List.of() : List.copyOf(needs);
  }

  Optional<Need> need(String id) {
    return needs.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  Support adding(Need need) {
    return new Support(Stream.concat(needs.stream(), Stream.of(need)).toList(), plan);
  }

  Support with(String id, UnaryOperator<Need> change) {
    return new Support(
        needs.stream().map(each -> each.id().equals(id) ? change.apply(each) : each).toList(),
        plan);
  }

  Support planned(Plan now) {
    return new Support(needs, now);
  }

  @Override
  public String toString() {
    return "Support[redacted]";
  }
}
