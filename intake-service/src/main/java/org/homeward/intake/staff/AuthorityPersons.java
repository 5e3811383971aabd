package org.homeward.intake.staff;

import java.util.Set;

/** The persons who act for an authority by the register, wherever they have logged in. */
@FunctionalInterface
public interface AuthorityPersons {
  Set<String> now();
}
