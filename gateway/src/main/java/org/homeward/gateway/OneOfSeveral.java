package org.homeward.gateway;

/** An instance of a service has failed while another is well. */
final class OneOfSeveral extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OneOfSeveral(Exception failure) {
    super(failure);
  }
}
