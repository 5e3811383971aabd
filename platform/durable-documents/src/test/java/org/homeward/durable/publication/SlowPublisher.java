package org.homeward.durable.publication;

import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.homeward.durable.Tally;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.StoreConnection;

/** A publisher that has read, and then takes a breath for as long as nobody writes. */
final class SlowPublisher {

  public static void main(String[] arguments) {
    try (var client = StoreConnection.open(arguments[0]);
        var producer = EventTopic.producer(arguments[1])) {
      var log = new Log(client.getDatabase("publication"), "slept-log");
      log.prepare();
      var documents = PublicationContract.documents(client, "slept");
      Drain<Tally> breath =
          d -> {
            System.out.println("RENDERED");
            while (documents.find(d.id()).orElseThrow().version() == d.version()) {
              LockSupport.parkNanos(10_000_000);
            }
          };
      PublicationContract.publication(
              "slept",
              documents,
              breath,
              drain(log),
              new EventTopic("slept", producer).drain(PublicationContract::render))
          .publish(arguments[2]);
      System.out.println("PUBLISHED");
    }
  }

  static Drain<Tally> drain(Log log) {
    return d ->
        d.pending()
            .forEach(c -> log.append("tally/" + d.id() + "/" + c.n(), new Document("n", c.n())));
  }
}
