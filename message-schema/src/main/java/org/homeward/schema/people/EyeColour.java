package org.homeward.schema.people;

/** Eye colours, after the NCIC list. */
public enum EyeColour {
  BLACK,
  BLUE,
  BROWN,
  GREY,
  GREEN,
  HAZEL,
  MAROON,
  PINK,
  TWO_COLOURED,
  OTHER
}
