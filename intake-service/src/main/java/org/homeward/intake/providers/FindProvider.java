package org.homeward.intake.providers;

import java.util.Optional;
import java.util.Set;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.SupportService;

/** Finds a provider of the directory for another room; never its address. */
public interface FindProvider {

  /** Empty for one that is out of the directory, and for an unknown id. */
  Optional<Found> of(String id);

  /** The part of it that another room may keep. */
  record Found(String id, String name, PhoneNumber phone, Set<SupportService> services) {}
}
