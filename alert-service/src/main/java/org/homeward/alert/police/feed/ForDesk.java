package org.homeward.alert.police.feed;

import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.Withdrawal;
import org.homeward.durable.document.Guarded;

/**
 * A notice that a desk may learn of. {@link DiscloseNotices} alone makes one; without it nothing is
 * found for a desk, and none is there for a notice that is not for it.
 */
sealed interface ForDesk {

  Guarded<PoliceNotice> notice();

  /** It is for this desk, as it stands now. */
  record Told(Guarded<PoliceNotice> notice) implements ForDesk {}

  /** The desk had it, and learns only that it has it no more. */
  record Withdrawn(Guarded<PoliceNotice> notice, Withdrawal withdrawal) implements ForDesk {}

  default boolean isActive() {
    return this instanceof Told && notice().state() instanceof PoliceNotice.Active;
  }

  /** Everything that its form depends on; of a withdrawn one nothing that happens since. */
  default String standing() {
    return switch (this) {
      case Told told -> told.notice().id() + "/" + told.notice().version();
      case Withdrawn taken -> taken.notice().id() + "/withdrawn/" + taken.withdrawal().edition();
    };
  }
}
