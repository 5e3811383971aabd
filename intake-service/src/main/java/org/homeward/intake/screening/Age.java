package org.homeward.intake.screening;

/** Whether somebody is a child; as long as nobody knows, the rules treat a person as one. */
public enum Age {
  CHILD,
  ADULT
}
