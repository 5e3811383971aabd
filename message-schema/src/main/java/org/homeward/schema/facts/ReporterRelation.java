package org.homeward.schema.facts;

/** Who the caller is to the child. */
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
