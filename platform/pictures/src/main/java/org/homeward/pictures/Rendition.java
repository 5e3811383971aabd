package org.homeward.pictures;

/** The pictures that are made of one. None is larger than what was sent, but the veiled one. */
public enum Rendition {
  LARGE(1600),
  MEDIUM(400),
  SMALL(96),
  /** A few blots of colour, for as long as nobody has looked: no face can be seen in its bytes. */
  VEILED(400);

  private final int edge;

  Rendition(int edge) {
    this.edge = edge;
  }

  /** The most pixels of the longer side. */
  public int edge() {
    return edge;
  }
}
