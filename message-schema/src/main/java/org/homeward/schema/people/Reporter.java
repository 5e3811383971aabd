package org.homeward.schema.people;

import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * The person who called.
 *
 * @param agreesToPolice the caller's wish, kept apart from the lawful basis of a release
 * @param safeContact how, when and with which code word the caller may be called back
 * @param callBetween when it is safe to ring the number; null when nobody said so
 */
public record Reporter(
    @Nullable Code<ReporterRelation> relation,
    @Nullable PersonName name,
    @Nullable PhoneNumber phone,
    @Nullable Boolean agreesToPolice,
    @Nullable Text safeContact,
    @Nullable SafeHours callBetween) {

  /** One who named no hours. */
  public Reporter(
      @Nullable Code<ReporterRelation> relation,
      @Nullable PersonName name,
      @Nullable PhoneNumber phone,
      @Nullable Boolean agreesToPolice,
      @Nullable Text safeContact) {
    this(relation, name, phone, agreesToPolice, safeContact, null);
  }

  @Override
  public String toString() {
    return "Reporter[redacted]";
  }
}
