package org.homeward.bridge.partners;

import java.time.Instant;
import java.util.Optional;

/** When a partner was last heard of; empty where no message of that kind is known. */
public interface PartnerContacts {

  /** It sent a message. */
  Optional<Instant> heard(String partner);

  /** It answered one of ours. */
  Optional<Instant> answered(String partner);
}
