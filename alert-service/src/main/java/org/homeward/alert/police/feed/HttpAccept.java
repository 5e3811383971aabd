package org.homeward.alert.police.feed;

import java.util.List;
import java.util.Optional;
import org.homeward.alert.police.formats.Representation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Chooses the form of an answer by the {@code Accept} header, RFC 9110 section 12.5.1. */
final class HttpAccept {

  private static final List<String> XML =
      List.of(MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE);

  private HttpAccept() {}

  static MediaType type(Representation form) {
    return MediaType.parseMediaType(form.type());
  }

  static MediaType pageType(Representation form) {
    return MediaType.parseMediaType(form.pageType());
  }

  /** Its name in a problem. */
  static String name(Representation form) {
    MediaType type = type(form);
    return type.getType() + "/" + type.getSubtype();
  }

  /** The best match by quality, then by exactness, then Atom; empty when none is acceptable. */
  static Optional<Representation> best(@Nullable String accept) {
    List<MediaType> ranges = ranges(accept);
    Representation best = Representation.ATOM;
    for (Representation other : List.of(Representation.JSON, Representation.CAP)) {
      best = weight(other, ranges) > weight(best, ranges) ? other : best;
    }
    return weight(best, ranges) > 0 ? Optional.of(best) : Optional.empty();
  }

  /** Whether an address that has one form only can give what is asked for. */
  static boolean accepts(@Nullable String accept, MediaType type) {
    return weight(type, ranges(accept)) > 0;
  }

  /** Whether CAP is what is asked for, by its own name or as any XML. */
  static boolean acceptsCap(@Nullable String accept) {
    List<MediaType> ranges = ranges(accept);
    return weight(Representation.CAP, ranges) > 0 || weight(XML, ranges) > 0;
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
  private static double weight(Representation form, List<MediaType> ranges) {
    return weight(form.names(), ranges);
  }

  private static double weight(List<String> names, List<MediaType> ranges) {
    return names.stream()
        .mapToDouble(name -> weight(MediaType.parseMediaType(name), ranges))
        .max()
        .orElse(0);
  }

  /** The most exact range that matches decides. */
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
