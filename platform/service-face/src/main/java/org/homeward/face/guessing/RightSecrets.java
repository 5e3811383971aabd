package org.homeward.face.guessing;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Secrets that were right at their last use: they do not wait because of wrong ones from the same
 * address. Only the identical secret is exempt, so that nobody can guess faster.
 */
final class RightSecrets {

  private static final int MOST = 10_000;

  private final SequencedSet<String> lately = new LinkedHashSet<>();

  synchronized boolean contains(GuessedSecret secret) {
    return lately.contains(secret.credentials());
  }

  synchronized void right(GuessedSecret secret) {
    lately.addLast(secret.credentials());
    if (lately.size() > MOST) {
      lately.removeFirst();
    }
  }

  synchronized void wrong(GuessedSecret secret) {
    lately.remove(secret.credentials());
  }
}
