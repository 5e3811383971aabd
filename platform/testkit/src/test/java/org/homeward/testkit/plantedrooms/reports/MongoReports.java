package org.homeward.testkit.plantedrooms.reports;

import org.apache.kafka.common.TopicPartition;
import org.homeward.testkit.plantedrooms.desks.Desk;

/** An adapter, which may know technology. */
public final class MongoReports {
  public Desk keep(TopicPartition at) {
    return new Desk(at.topic());
  }
}
