package org.homeward.console.tips;

/**
 * The form of the public.
 *
 * @param key the Idempotency-Key of the form
 * @param stored whether a tip was just stored
 * @param failed why nothing was, in words; empty when nothing failed
 * @param unsure whether nobody knows if it was stored, because the hotline has not answered
 */
record PublicTipPage(
    TypedTip form, String key, boolean stored, String failed, boolean unsure, TipSettings numbers) {

  PublicTipPage(TypedTip form, String key, boolean stored, String failed, TipSettings numbers) {
    this(form, key, stored, failed, false, numbers);
  }

  @Override
  public String toString() {
    return "PublicTipPage[redacted]";
  }
}
