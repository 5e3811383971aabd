package org.homeward.schema.facts;

import org.jspecify.annotations.Nullable;

/**
 * The person who called.
 *
 * @param agreesToPolice the caller's wish, kept apart from the lawful basis of a release
 * @param safeContact how, when and with which code word the caller may be called back
 */
public record Reporter(
    @Nullable Code<ReporterRelation> relation,
    @Nullable PersonName name,
    @Nullable PhoneNumber phone,
    @Nullable Boolean agreesToPolice,
    @Nullable Text safeContact) {

  @Override
  public String toString() {
    return "Reporter[redacted]";
  }
}
