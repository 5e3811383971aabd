package org.homeward.frame.evidence;

import org.homeward.durable.log.ChainVerdict;

/** Whether the audit trail can be believed, and is witnessed. */
sealed interface Soundness {

  /** Its first turn is still to come. */
  record NotLooked() implements Soundness {}

  record Sound() implements Soundness {}

  record NoKey(String why) implements Soundness {}

  record NoPlace() implements Soundness {}

  record NotKept(String why) implements Soundness {}

  record Unsound(ChainVerdict.Broken broken) implements Soundness {}
}
