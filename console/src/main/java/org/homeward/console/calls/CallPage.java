package org.homeward.console.calls;

import java.util.Map;

/**
 * The page of one call.
 *
 * @param seen the version that is shown
 * @param key the Idempotency-Key of its forms
 * @param ties what it can belong to: {@code case/{id}} or {@code draft/{id}}, and its name
 * @param corrects whether this person may say that it belongs elsewhere
 * @param reason what stands in the field for it
 * @param done what has just been done, in words; empty when the page is only read
 * @param wrong why nothing was done, in words; empty when all is well
 */
record CallPage(
    CallLine call,
    String seen,
    String key,
    Map<String, String> ties,
    boolean corrects,
    String reason,
    String done,
    String wrong) {

  @Override
  public String toString() {
    return "CallPage[" + call.id() + "]";
  }
}
