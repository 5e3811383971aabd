package org.homeward.durable.reader;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes one record. It returns when all effects are stored; a record may come again and then
 * changes nothing. {@link Unreadable} sends the record to poison; anything else thrown pauses the
 * reader and the record comes again, for ever.
 */
@FunctionalInterface
public interface RecordHandler {
  void read(ConsumerRecord<String, byte[]> received) throws Unreadable;
}
