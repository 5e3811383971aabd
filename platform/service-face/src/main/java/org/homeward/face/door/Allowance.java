package org.homeward.face.door;

import java.util.Locale;

/** A kind of caller with its own places: when one kind is full, the others still have theirs. */
public enum Allowance {
  /** Callers without a valid token or key. */
  OPEN,
  /** People with a token. */
  STAFF,
  /** Browsers that ask for pages. */
  PAGES,
  /** Browsers that load the style, scripts and pictures of a page. */
  ASSETS,
  /** Strangers at the form for tips. */
  TIPS,
  /** Strangers at the pages of public notices. */
  NOTICE_PAGES,
  /** Readers of public notices, those pages among them. */
  NOTICES,
  /** Strangers' browsers that load a picture of a public notice, however slowly they take it. */
  NOTICE_PAGE_PHOTOS,
  /** Readers of a picture of a public notice, those browsers among them. */
  NOTICE_PHOTOS,
  /** Other nodes. */
  PARTNERS,
  /** Other nodes that ask for a photo: it is in memory until it is sent. */
  PARTNER_PHOTOS,
  /** Desks that read the feed. */
  POLICE,
  /** Desks that load a photo as it came, which is in memory until it is sent. */
  ORIGINALS,
  /** Desks that follow it. */
  STREAMS,
  /** People who wait for something to change. */
  CHANGES,
  /** Stops of authenticated callers. */
  STOPS;

  /**
   * Few of these are worked on at a time, so that a rush of the public leaves the processors to
   * people and stops; the next ones wait a second before they are refused.
   */
  boolean waits() {
    return this == NOTICE_PAGES || this == NOTICES;
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
