package org.homeward.alert.police.feed;

import org.homeward.durable.command.DerivedIds;
import org.homeward.face.conditional.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * Strong entity tags of what desks read.
 *
 * <p>A tag is made with the node's key from all that an answer's bytes depend on: whoever holds it
 * got exactly this answer before, and that look is recorded. A 304 therefore tells nothing, and is
 * not recorded again; and nobody can make up a tag to find out what is there.
 */
final class HttpFeedTags {

  private final DerivedIds ids;

  HttpFeedTags(DerivedIds ids) {
    this.ids = ids;
  }

  String of(String... dependsOn) {
    return ETags.of(ids.of("feed-tag", String.join("\n", dependsOn), 0));
  }

  /** Whether If-None-Match names this tag; {@code *} is no tag that we have given to anybody. */
  static boolean isHeld(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && ETag.parse(ifNoneMatch).stream().noneMatch(ETag::isWildcard)
        && ETags.unchanged(ifNoneMatch, tag);
  }
}
