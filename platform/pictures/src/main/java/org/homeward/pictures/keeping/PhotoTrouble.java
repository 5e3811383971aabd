package org.homeward.pictures.keeping;

/** Something about the place of photos that a person has to look after. */
public enum PhotoTrouble {
  /** Bytes cannot be written there, or do not come back as they were. */
  NOT_KEPT(
      true,
      "photos-not-kept",
      "No photo is taken in, and none is shown. See that HOMEWARD_DATA/photos can be written and"
          + " its disk has room; with HOMEWARD_PHOTOS_IN=store, that the store answers."),
  /** The disk is nearly full. */
  ROOM_ENDS(
      false,
      "photos-room-ends",
      "The disk of HOMEWARD_DATA/photos has less than 1 GB left: make room before uploads are"
          + " refused."),
  /** Bytes that nobody may have any more may still be there. */
  SWEEP_LATE(
      true,
      "photos-sweep-late",
      "Bytes that no document names are not deleted. See that the store answers and that"
          + " HOMEWARD_DATA/photos can be written; the sweep goes on by itself then.");

  private final boolean down;
  private final String code;
  private final String whatToDo;

  PhotoTrouble(boolean down, String code, String whatToDo) {
    this.down = down;
    this.code = code;
    this.whatToDo = whatToDo;
  }

  /** False where photos still come and go. */
  public boolean isDown() {
    return down;
  }

  /** For pages in other languages. */
  public String code() {
    return code;
  }

  public String whatToDo() {
    return whatToDo;
  }
}
