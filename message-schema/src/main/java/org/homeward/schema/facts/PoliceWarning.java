package org.homeward.schema.facts;

/** A warning that police need before they act on the case. */
public enum PoliceWarning {
  DO_NOT_TELL_REPORTER,
  DO_NOT_TELL_FAMILY,
  DO_NOT_RETURN_CHILD_HOME,
  DO_NOT_CALL_CHILD,
  CHILD_MAY_FLEE,
  VIOLENCE_AT_HOME,
  OTHER
}
