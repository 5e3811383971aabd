package org.homeward.alert.police.formats;

import java.util.List;

/**
 * The forms of the feed. Requests of feed readers and browsers get Atom; CAP is for who names it,
 * and as CAP knows no list, a page of it is an Atom feed of messages.
 */
public enum Representation {
  ATOM(
      "application/atom+xml;charset=UTF-8",
      "application/atom+xml",
      "application/xml",
      "text/xml",
      "application/rss+xml",
      "text/html",
      "application/xhtml+xml"),
  JSON("application/json", "application/json"),
  CAP("application/cap+xml;charset=UTF-8", "application/cap+xml");

  private final String type;
  private final List<String> names;

  Representation(String type, String... names) {
    this.type = type;
    this.names = List.of(names);
  }

  /** The media type of one item in this form. */
  public String type() {
    return type;
  }

  /** The type of a page: a list of CAP messages is an Atom feed. */
  public String pageType() {
    return this == CAP ? ATOM.type : type;
  }

  /** The media types by which it can be asked for. */
  public List<String> names() {
    return names;
  }
}
