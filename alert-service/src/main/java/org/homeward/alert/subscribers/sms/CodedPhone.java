package org.homeward.alert.subscribers.sms;

import java.time.Instant;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A phone that is told nothing before somebody who has it shows the code that it was sent. Its
 * number never changes; it is erased once the phone has ended and is owed nothing.
 *
 * @param <P> the phone itself
 */
public interface CodedPhone<P extends CodedPhone<P>> {

  /** The change by which one may be told. */
  String LIVE = "phone.live.v1";

  /** The change by which one is told nothing new. */
  String REVOKED = "phone.revoked.v1";

  /** The change by which its number goes. */
  String ERASED = "phone.erased.v1";

  /** Null once it was erased. */
  @Nullable PhoneNumber number();

  /** As {@code sr}. */
  String language();

  /** How far the proof has come. */
  PhoneProof proof();

  /** Null while nobody has ended it. */
  @Nullable Instant revokedAt();

  /** It is sent codes. */
  boolean isUnproven();

  /** It is told. */
  boolean isLive();

  P with(PhoneProof now);

  P revoked(Instant at);

  /** Nobody can tell any more whose it was. */
  P erased();
}
