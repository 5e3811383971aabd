package org.homeward.schema.bridge.bodies;

/** The reason why a partner rejects, or offers something else. */
public enum AnswerReason {
  NO_CAPACITY,
  NOT_OUR_TASK,
  NO_LINK_TO_COUNTRY,
  CONFLICT_OF_INTEREST,
  POLICE_MUST_ASK,
  OTHER
}
