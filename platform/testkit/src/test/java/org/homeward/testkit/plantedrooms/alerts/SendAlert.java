package org.homeward.testkit.plantedrooms.alerts;

import org.homeward.testkit.plantedrooms.RoomsApplication;

/** A use case that knows the process start. */
public final class SendAlert {
  public void send() {
    RoomsApplication.main(new String[0]);
  }
}
