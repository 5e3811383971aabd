package org.homeward.face.problem;

import java.net.URI;

/**
 * A kind of refusal; each service has one enum of its own, {@link FaceProblem} has the general
 * ones.
 */
public interface ProblemType {

  /** Stable, lower case with hyphens; the last part of the {@link #type()}. */
  String code();

  /** Short, the same for every occurrence. */
  String title();

  /** The HTTP status, 400 to 599. */
  int status();

  /** One sentence to the caller: what to do now. It goes out as {@code detail}. */
  String remedy();

  /** A name, not an address: there is nothing to fetch, and no host that could vanish. */
  default URI type() {
    return URI.create("urn:homeward:problem:" + code());
  }

  /** This problem without errors, extensions and headers. */
  default Problem problem() {
    return Problem.of(this);
  }

  /** This problem, ready to throw. */
  default ProblemException exception() {
    return problem().exception();
  }
}
