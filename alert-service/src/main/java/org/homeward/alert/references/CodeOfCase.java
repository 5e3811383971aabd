package org.homeward.alert.references;

import java.util.Optional;
import org.homeward.alert.sight.SeenCase;

/** The code by which police name a case, for somebody who may see it. */
@FunctionalInterface
public interface CodeOfCase {

  /** Empty while police have read nothing of it. */
  Optional<String> of(SeenCase seen);
}
