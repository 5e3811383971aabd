package org.homeward.alert.slices;

/** Whether what is known here of cases is so new that something new may go out. */
@FunctionalInterface
public interface CasesAreFresh {
  boolean now();
}
