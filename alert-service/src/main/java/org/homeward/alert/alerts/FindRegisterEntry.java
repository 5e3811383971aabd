package org.homeward.alert.alerts;

import java.util.Optional;

/** Looks an authority up in the register, as it stands now. */
@FunctionalInterface
public interface FindRegisterEntry {
  Optional<RegisterEntry> find(String id);
}
