package org.homeward.intake.scripts;

/** When a text is needed. */
enum Occasion {
  CHILD_CALLS(Use.SPOKEN),
  PARENT_CALLS(Use.SPOKEN),
  SILENT_CALL(Use.SPOKEN),
  FOUND_BY_A_WORD(Use.SPOKEN),
  POLICE_MUST_HEAR(Use.SPOKEN),
  CALLER_LEARNS(Use.SPOKEN),
  SHIFT_HANDOVER(Use.WRITTEN);

  /** The use of the text. */
  enum Use {
    SPOKEN,
    WRITTEN
  }

  private final Use use;

  Occasion(Use use) {
    this.use = use;
  }

  Use use() {
    return use;
  }
}
