package org.homeward.pictures;

import java.util.List;
import java.util.Map;

/** The outcome of reading a picture. */
public sealed interface Reading {

  /**
   * New pictures were made; nothing of the file itself is in them.
   *
   * @param width of the area that was kept, upright, in pixels of what was sent
   * @param digest SHA-256 of what was sent, in hexadecimal digits
   * @param renditions one of each kind
   * @param claims what the file says of its origin; a claim is no fact
   */
  record Read(
      PictureFormat format,
      int width,
      int height,
      String digest,
      Map<Rendition, Rendered> renditions,
      List<Claim> claims)
      implements Reading {
    public Read {
      renditions = Map.copyOf(renditions);
      claims = List.copyOf(claims);
      if (renditions.size() != Rendition.values().length) {
        throw new IllegalArgumentException("a picture is read whole, or refused");
      }
    }
  }

  /** The picture cannot be taken; sent again it is refused again. */
  record Refused(Refusal rule) implements Reading {}

  /** No place became free in time. Nothing is known of the picture: send it again later. */
  record Busy() implements Reading {}
}
