package org.homeward.intake.oncall;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The card of who is on call, one for the node.
 *
 * @param edition how often it was written; forgetting an earlier one is no new edition
 * @param entries in the order in which they are tried
 */
record OnCallCard(long edition, List<Entry> entries) {

  static final OnCallCard NOT_WRITTEN = new OnCallCard(0, List.of());

  OnCallCard {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }

  /**
   * Somebody who can be reached.
   *
   * @param name of a person or an office
   * @param note when the number holds, or what else to know
   */
  record Entry(String id, Duty duty, String name, String phone, @Nullable String note) {

    Entry {
      requireNonNull(id, "id");
      requireNonNull(duty, "duty");
      requireNonNull(name, "name");
      requireNonNull(phone, "phone");
    }

    @Override
    public String toString() {
      return "Entry[" + id + ", " + duty + "]";
    }
  }

  /** The reason for which somebody is called. */
  enum Duty {
    SUPERVISOR,
    POLICE,
    PROSECUTOR
  }

  OnCallCard with(List<Entry> now) {
    return new OnCallCard(edition + 1, now);
  }

  Optional<Entry> entry(String id) {
    return entries.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return "OnCallCard[" + edition + "]";
  }
}
