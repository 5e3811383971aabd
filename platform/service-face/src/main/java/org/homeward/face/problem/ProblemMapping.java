package org.homeward.face.problem;

import java.util.Optional;

/**
 * A service's mapping of its own exceptions to problems; every bean of this type is asked,
 * outermost cause first.
 */
@FunctionalInterface
public interface ProblemMapping {

  /**
   * The problem of this exception, or empty when it is none of ours. Causes are walked by the
   * caller.
   */
  Optional<Problem> map(Throwable failure);
}
