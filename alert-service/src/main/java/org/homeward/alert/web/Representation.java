package org.homeward.alert.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The forms of the feed. What feed readers and browsers ask for is Atom; CAP is for who names it,
 * and as CAP knows no list, a page of it is an Atom feed of messages.
 */
enum Representation {
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

  private static final List<MediaType> XML = List.of(MediaType.APPLICATION_XML, MediaType.TEXT_XML);

  private final MediaType type;
  private final List<MediaType> names;

  Representation(String type, String... names) {
    this.type = MediaType.parseMediaType(type);
    this.names = List.of(names).stream().map(MediaType::parseMediaType).toList();
  }

  MediaType type() {
    return type;
  }

  /** Its name in a problem. */
  String mediaType() {
    return type.getType() + "/" + type.getSubtype();
  }

  /** The type of a page: a list of CAP messages is an Atom feed. */
  MediaType pageType() {
    return this == CAP ? ATOM.type : type;
  }

  /** The best match by quality, then by exactness, then Atom; empty when none is acceptable. */
  static Optional<Representation> of(@Nullable String accept) {
    List<MediaType> ranges = ranges(accept);
    Representation best = ATOM;
    for (Representation other : List.of(JSON, CAP)) {
      best = other.weight(ranges) > best.weight(ranges) ? other : best;
    }
    return best.weight(ranges) > 0 ? Optional.of(best) : Optional.empty();
  }

  /** Whether an address that has one form only can give what is asked for. */
  static boolean accepts(@Nullable String accept, MediaType type) {
    return weight(type, ranges(accept)) > 0;
  }

  /** Whether CAP is what is asked for, by its own name or as any XML. */
  static boolean acceptsCap(@Nullable String accept) {
    return CAP.weight(ranges(accept)) > 0
        || XML.stream().anyMatch(type -> weight(type, ranges(accept)) > 0);
  }

  private static List<MediaType> ranges(@Nullable String accept) {
    try {
      List<MediaType> ranges = MediaType.parseMediaTypes(accept);
      return ranges.isEmpty() ? List.of(MediaType.ALL) : ranges;
    } catch (InvalidMediaTypeException e) {
      return List.of();
    }
  }

  /** Quality, plus a little for a range that names a type instead of all. */
  private double weight(List<MediaType> ranges) {
    return names.stream().mapToDouble(name -> weight(name, ranges)).max().orElse(0);
  }

  /** The most exact range that matches decides, RFC 9110 section 12.5.1. */
  private static double weight(MediaType name, List<MediaType> ranges) {
    MediaType exact = null;
    for (MediaType range : ranges) {
      if (range.includes(name) && (exact == null || exactness(range) > exactness(exact))) {
        exact = range;
      }
    }
    if (exact == null || exact.getQualityValue() == 0) {
      return 0;
    }
    return exact.getQualityValue() + exactness(exact) / 1e6;
  }

  private static int exactness(MediaType range) {
    return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
  }
}
