package org.homeward.console.photos;

import java.util.List;

/**
 * The photos of a case, and the form that sends another one.
 *
 * @param takes whether this person may send one, as the case stands
 * @param children whom it can show
 * @param child who is chosen; empty when nobody is
 * @param sentByChild whether it is ticked that the child sent it
 * @param key makes a repeated form of this page one command
 * @param told what has just been done here, in words; empty when the page is only read
 * @param wrong why the photo was not taken, in words; empty when nothing is wrong
 */
record PhotosPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    boolean takes,
    List<Child> children,
    String child,
    boolean sentByChild,
    List<Thumb> photos,
    String key,
    String told,
    String wrong) {

  PhotosPage {
    children = List.copyOf(children);
    photos = List.copyOf(photos);
  }

  /**
   * @param who in words
   */
  record Child(String id, String who) {}

  /**
   * One photo of the list.
   *
   * @param state {@code UNSEEN}, {@code WAITS}, {@code SEEN}, {@code RELEASED}, {@code LOCKED} or
   *     {@code DESTROYED}
   * @param picture where its picture is; empty when nothing is shown
   * @param alternative what the picture is, for those who do not see it
   * @param sent when and by whom, in words
   */
  record Thumb(
      String photo, String state, String picture, String alternative, String sent, String who) {}

  @Override
  public String toString() {
    return "PhotosPage[" + caseId + "]";
  }
}
