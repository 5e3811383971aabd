package org.homeward.engines.broker;

import java.io.IOException;
import java.nio.file.Path;

/** A broker in a process that tests may kill: directory, port, controller port. */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var broker =
        EmbeddedBroker.start(
            EmbeddedBroker.Settings.alone(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2])));
    System.out.println("READY " + broker.clusterId());
    Thread.currentThread().join();
  }
}
