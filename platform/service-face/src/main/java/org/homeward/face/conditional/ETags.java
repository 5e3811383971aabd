package org.homeward.face.conditional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * Entity tags of versioned documents and of feeds.
 *
 * <p>A {@code ResponseEntity} of a GET with an ETag is answered 304 by Spring itself when
 * If-None-Match says so; {@link #unchanged} is for those who want to know before they render.
 */
public final class ETags {

  private ETags() {}

  /** The strong entity tag of a document's version, as {@code "7"}. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** A strong entity tag of any other text, as a feed's position; visible ASCII without quotes. */
  public static String of(String opaque) {
    for (int i = 0; i < opaque.length(); i++) {
      char c = opaque.charAt(i);
      if (c <= ' ' || c > '~' || c == '"') {
        throw new IllegalArgumentException("not fit for an entity tag");
      }
    }
    return "\"" + opaque + "\"";
  }

  /**
   * Whether If-None-Match (null when absent) names this tag, by weak comparison as RFC 9110 has it.
   */
  public static boolean unchanged(@Nullable String ifNoneMatch, String current) {
    if (ifNoneMatch == null) {
      return false;
    }
    var now = ETag.create(current);
    return ETag.parse(ifNoneMatch).stream()
        .anyMatch(tag -> tag.isWildcard() || tag.compare(now, false));
  }
}
