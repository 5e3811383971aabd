package org.homeward.alert.orders.preview;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Takes a reference for an alert: its mails name it, so that a volunteer knows which alert is over.
 * It is random, no two alerts of the node have the same, and only that of a public alert opens
 * anything: its page.
 */
final class TakeReference {

  /** Without those that are taken for another when they are read out. */
  static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 8;

  private final GuardedDocuments<AlertReference> references;
  private final RandomGenerator random;

  TakeReference(GuardedDocuments<AlertReference> references) {
    this(references, new SecureRandom());
  }

  TakeReference(GuardedDocuments<AlertReference> references, RandomGenerator random) {
    this.references = references;
    this.random = random;
  }

  /** As {@code K7QX-2MRD}. */
  String take(String alert) {
    while (true) {
      String candidate = candidate();
      var outcome =
          references.put(
              candidate,
              read ->
                  read.isPresent()
                      ? Decision.keep(false)
                      : Decision.write(Edit.of(new AlertReference(alert), "alert"), true));
      if (outcome instanceof WriteOutcome.Written<AlertReference, Boolean>) {
        return candidate;
      }
    }
  }

  private String candidate() {
    var letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.insert(LENGTH / 2, '-').toString();
  }
}
