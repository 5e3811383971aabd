package org.homeward.intake.scripts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text of the hotline's own. Nobody reads a proposal beside a call.
 *
 * @param last number of the newest edition, proposed or approved
 * @param proposed waits for a supervisor who did not write it
 * @param approved the newest first; a few, for whoever asks what was said last month
 * @param withdrawn whether none of them is to be used
 */
record Script(long last, @Nullable Proposal proposed, List<Approved> approved, boolean withdrawn) {

  private static final int KEPT = 10;

  static final Script NONE = new Script(0, null, List.of(), false);

  Script {
    approved = approved == null ? List.of() : List.copyOf(approved);
  }

  /**
   * A text that somebody proposes.
   *
   * @param by opaque id of the writer; {@code intake} of a text that came with it
   */
  record Proposal(long edition, String text, String by, Instant at) {

    Proposal {
      requireNonNull(text, "text");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** A text that two persons answer for. */
  record Approved(Proposal text, String by, Instant at) {

    Approved {
      requireNonNull(text, "text");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** The one that is used. */
  Optional<Approved> inUse() {
    return withdrawn ? Optional.empty() : approved.stream().findFirst();
  }

  /** It takes the place of a proposal that waits. */
  Script proposing(String text, String by, Instant at) {
    return new Script(last + 1, new Proposal(last + 1, text, by, at), approved, withdrawn);
  }

  Script approving(Proposal text, String by, Instant at) {
    List<Approved> now = new ArrayList<>();
    now.add(new Approved(text, by, at));
    now.addAll(approved);
    return new Script(last, null, now.subList(0, Math.min(KEPT, now.size())), false);
  }

  Script withdrawing() {
    return new Script(last, proposed, approved, true);
  }
}
