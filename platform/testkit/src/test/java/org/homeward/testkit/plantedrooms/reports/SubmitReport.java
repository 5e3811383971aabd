package org.homeward.testkit.plantedrooms.reports;

import org.apache.kafka.common.TopicPartition;

/** A use case that knows technology. */
public final class SubmitReport {
  public String submit() {
    return new TopicPartition("reports", 0).topic();
  }
}
