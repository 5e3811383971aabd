package org.homeward.gateway;

/** One instance of a service failed while another is up. */
final class InstanceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InstanceFailure(Exception failure) {
    super(failure);
  }
}
