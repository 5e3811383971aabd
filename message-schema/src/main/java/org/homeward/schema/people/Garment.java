package org.homeward.schema.people;

/** A thing that is worn or carried. */
public enum Garment {
  JACKET,
  COAT,
  PULLOVER,
  SHIRT,
  TROUSERS,
  SHORTS,
  SKIRT,
  DRESS,
  SHOES,
  HEADWEAR,
  GLASSES,
  BAG,
  OTHER
}
