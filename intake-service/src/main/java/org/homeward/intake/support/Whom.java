package org.homeward.intake.support;

/** Whom a need is about. */
enum Whom {
  CHILD,
  SIBLING,
  PARENT,
  ADULT;

  /** Somebody else may have custody of her or him. */
  boolean isChild() {
    return switch (this) {
      case CHILD, SIBLING -> true;
      case PARENT, ADULT -> false;
    };
  }
}
