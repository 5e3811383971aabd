package org.homeward.bridge.photos;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stored document of a partner's photo, under an id of this node. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PhotoCopy.Held.class, name = "HELD"),
  @JsonSubTypes.Type(value = PhotoCopy.Unreadable.class, name = "UNREADABLE"),
  @JsonSubTypes.Type(value = PhotoCopy.Gone.class, name = "GONE")
})
sealed interface PhotoCopy {

  /** By which the photos of a handover are asked for. */
  String HANDOVER = "handover";

  String handover();

  /**
   * @param photo its id in the handover
   * @param key opens its bytes, and is nowhere else
   * @param by who looked first
   * @param hidden since when the owner lets nobody see it; null while it does
   */
  record Held(
      String handover, String photo, String key, String by, Instant at, @Nullable Instant hidden)
      implements PhotoCopy {

    Held hiddenSince(@Nullable Instant since) {
      return new Held(handover, photo, key, by, at, since);
    }

    @Override
    public String toString() {
      return "Held[redacted]";
    }
  }

  /** The owner's bytes were no picture that can be shown safely, or not those that it had told. */
  record Unreadable(String handover, String photo) implements PhotoCopy {}

  /**
   * This node may not have it any more.
   *
   * @param fetched it was here
   * @param unlisted the version of the case that listed it no more, so that a newer one may list it
   *     again; null where it stays gone, whatever a restored owner tells later
   */
  record Gone(String handover, boolean fetched, @Nullable Long unlisted) implements PhotoCopy {

    boolean mayComeBack(long caseVersion) {
      return unlisted != null && caseVersion > unlisted;
    }
  }
}
