package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tip in the words of its giver.
 *
 * @param language of the text, as the form had it; null when nobody said
 * @param seenAt when the child was seen
 * @param withinMinutes how far off that may be, either way
 * @param withinMetres how far off the place may be
 * @param companion with whom the child was
 * @param contact telephone or e-mail of the giver; the team alone reads it
 * @param reference what the giver typed from an alert or a poster; nobody tells whether it is right
 */
record TipWords(
    String text,
    @Nullable String language,
    @Nullable Instant seenAt,
    @Nullable Integer withinMinutes,
    @Nullable String place,
    @Nullable Integer withinMetres,
    @Nullable String direction,
    @Nullable String companion,
    @Nullable String contact,
    @Nullable String reference,
    @Nullable AlertSeen alertSeen) {

  TipWords {
    requireNonNull(text, "text");
  }

  /** Nothing of what was said. */
  static final TipWords NONE =
      new TipWords("", null, null, null, null, null, null, null, null, null, null);

  /** Whether the giver saw the child before or after the alert: an alert can make memories. */
  enum AlertSeen {
    BEFORE_ALERT,
    AFTER_ALERT,
    NO_ALERT
  }

  @Override
  public String toString() {
    return "TipWords[redacted]";
  }
}
