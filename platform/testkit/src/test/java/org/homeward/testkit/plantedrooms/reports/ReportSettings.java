package org.homeward.testkit.plantedrooms.reports;

import org.apache.kafka.common.TopicPartition;

/** Settings that know more than their keys. */
public record ReportSettings(TopicPartition partition) {}
