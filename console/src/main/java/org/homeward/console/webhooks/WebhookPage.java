package org.homeward.console.webhooks;

import java.util.List;

/**
 * The system of one organisation, and what the reader may do about it.
 *
 * @param where the regions of which it hears
 * @param failure why it did not repeat the last challenge, a code; empty without one
 * @param keys those that sign, the newest first
 * @param paused since when what is new to it is held back, in words; empty when it is not
 * @param breaker of its host, a code; empty when nothing went there lately
 * @param seen the version that this page shows
 * @param told what was done just now, in words; empty otherwise
 * @param wrong why something was not done, in words; empty otherwise
 */
record WebhookPage(
    String id,
    String name,
    String url,
    String where,
    String language,
    boolean exercise,
    String state,
    int tries,
    String failure,
    List<Key> keys,
    String registered,
    String confirmed,
    String live,
    String paused,
    String breaker,
    String ended,
    String seen,
    String key,
    boolean mayConfirm,
    boolean mayChange,
    String told,
    String wrong) {

  WebhookPage {
    keys = List.copyOf(keys);
  }

  /**
   * A key of it.
   *
   * @param until when it ends, in words; empty for the newest
   */
  record Key(String publicKey, String made, String until) {}

  boolean waits() {
    return state.equals("UNCONFIRMED");
  }

  boolean isUnproven() {
    return state.equals("UNPROVEN");
  }

  boolean isOver() {
    return state.equals("REVOKED") || state.equals("GONE");
  }

  boolean isPaused() {
    return !paused.isEmpty() && !isOver();
  }

  /** Whether its system keeps failing. */
  boolean fails() {
    return !breaker.isEmpty() && !breaker.equals("CLOSED") && !isOver();
  }

  @Override
  public String toString() {
    return "WebhookPage[" + id + "]";
  }
}
