package org.homeward.schema.people;

/** The relation of the caller to the child. */
public enum ReporterRelation {
  PARENT,
  GUARDIAN,
  RELATIVE,
  CHILD_SELF,
  PEER,
  TEACHER,
  INSTITUTION,
  POLICE,
  PARTNER_HOTLINE,
  PUBLIC,
  OTHER
}
