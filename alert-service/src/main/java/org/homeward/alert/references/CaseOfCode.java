package org.homeward.alert.references;

import java.util.Optional;

/** A sort of code that names a case for people outside, such as that of a police notice. */
@FunctionalInterface
public interface CaseOfCode {

  /** The same is read of the store whether there is such a code or not. */
  Optional<String> find(String code);
}
