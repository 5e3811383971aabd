package org.homeward.alert.photos;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of a photo that is kept here, under the id of its link. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PhotoCopy.Held.class, name = "HELD"),
  @JsonSubTypes.Type(value = PhotoCopy.Gone.class, name = "GONE")
})
public sealed interface PhotoCopy {

  /** By which the photos of a notice are asked for. */
  String NOTICE = "notice";

  /** The police notice, or the alert that everybody reads. */
  String notice();

  /**
   * @param key opens its bytes, and is nowhere else
   */
  record Held(String notice, String key) implements PhotoCopy {

    @Override
    public String toString() {
      return "Held[redacted]";
    }
  }

  /** Its readers may not have it any more. */
  record Gone(String notice) implements PhotoCopy {}
}
