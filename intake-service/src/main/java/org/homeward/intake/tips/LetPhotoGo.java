package org.homeward.intake.tips;

import org.homeward.durable.command.Command;
import org.homeward.intake.photos.HttpUploads;

/**
 * Withdraws the photo that the picture of a tip has become. A photo that somebody locked stays: it
 * is evidence, and its own room ends it. Safe to repeat.
 */
final class LetPhotoGo {

  private final HttpUploads uploads;

  LetPhotoGo(HttpUploads uploads) {
    this.uploads = uploads;
  }

  /** One photo comes of the picture of a tip, whoever presses and however often. */
  static Command command(String tip) {
    return new Command("tip-picture/" + tip, "");
  }

  /**
   * @param by the opaque id of the person who takes it away
   */
  void of(String tip, String by) {
    // By the command that made it: the tip may not know yet that there is one.
    uploads.letGo(command(tip), by); // upholds 7
  }

  /** Of a tip whose picture nobody may be shown: a take-over may have stopped half-way. */
  void ifUnneeded(String tip, KeptTip state, String by) {
    if (state instanceof Tip known && known.picture() != null) {
      switch (known.picture().state()) {
        case LOCKED, DESTROYED, WITHDRAWN -> of(tip, by);
        case UNSEEN, SEEN, TAKEN_OVER -> {
          // Nobody took it away.
        }
      }
    }
  }
}
