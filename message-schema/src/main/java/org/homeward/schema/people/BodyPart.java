package org.homeward.schema.people;

/** Where on the body. */
public enum BodyPart {
  HEAD,
  FACE,
  NECK,
  CHEST,
  BACK,
  BELLY,
  LEFT_ARM,
  RIGHT_ARM,
  LEFT_HAND,
  RIGHT_HAND,
  LEFT_LEG,
  RIGHT_LEG,
  LEFT_FOOT,
  RIGHT_FOOT,
  OTHER
}
