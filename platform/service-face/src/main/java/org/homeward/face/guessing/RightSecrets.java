package org.homeward.face.guessing;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Secrets that were right when they came last: they do not wait for the wrong ones of others behind
 * the same address. Only the very same secret is spared, so that nobody guesses faster for it.
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
