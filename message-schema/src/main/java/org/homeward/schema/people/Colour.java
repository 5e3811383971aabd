package org.homeward.schema.people;

/** Colours of clothes and vehicles. */
public enum Colour {
  BLACK,
  WHITE,
  GREY,
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  BLUE,
  PURPLE,
  PINK,
  BROWN,
  PATTERNED,
  OTHER
}
