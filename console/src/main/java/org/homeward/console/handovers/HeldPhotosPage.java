package org.homeward.console.handovers;

import java.util.List;

/**
 * The photos of a partner's case; each is fetched when somebody looks at it.
 *
 * @param line what lists say of the handover
 * @param told what has just been done here, in words; empty when the page is only read
 * @param wrong why it was not done, in words; empty when nothing is wrong
 */
record HeldPhotosPage(HandoverLine line, List<HeldPhoto> photos, String told, String wrong) {

  HeldPhotosPage {
    photos = List.copyOf(photos);
  }

  /**
   * One photo.
   *
   * @param who whom it shows, in words
   * @param state {@code UNSEEN}, {@code SEEN}, {@code UNREADABLE} or {@code GONE}
   * @param says what the partner says of it, in words
   * @param looked who looked first, in words; empty when nobody did
   */
  record HeldPhoto(String id, String who, String state, List<String> says, String looked) {

    HeldPhoto {
      says = List.copyOf(says);
    }

    @Override
    public String toString() {
      return "HeldPhoto[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "HeldPhotosPage[" + line.id() + "]";
  }
}
