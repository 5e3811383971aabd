package org.homeward.schema.people;

/** Hair colours, after the NCIC list. */
public enum HairColour {
  BLACK,
  BROWN,
  BLOND,
  GREY,
  RED,
  SANDY,
  WHITE,
  DYED,
  NONE,
  OTHER
}
