package org.homeward.alert.police.photos;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of a photo that is kept here, under the id of its link. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PhotoCopy.Held.class, name = "HELD"),
  @JsonSubTypes.Type(value = PhotoCopy.Gone.class, name = "GONE")
})
sealed interface PhotoCopy {

  /** By which the photos of a notice are asked for. */
  String NOTICE = "notice";

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

  /** Police may not have it any more; it stays so, whatever a restored node tells later. */
  record Gone(String notice) implements PhotoCopy {}
}
