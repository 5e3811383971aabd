package org.homeward.testkit.plantedrooms;

import org.apache.kafka.common.TopicPartition;
import org.homeward.testkit.plantedrooms.reports.MongoReports;

/** A process start, which may know all rooms and all technology. */
public final class RoomsApplication {

  private RoomsApplication() {}

  public static void main(String[] arguments) {
    new MongoReports().keep(new TopicPartition("reports", 0));
  }
}
