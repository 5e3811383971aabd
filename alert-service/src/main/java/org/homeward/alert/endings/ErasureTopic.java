package org.homeward.alert.endings;

import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.ErasureSnapshot;

/** Renders finished erasures as events. */
final class ErasureTopic {

  private final EventCodec codec;

  ErasureTopic(EventCodec codec) {
    this.codec = codec;
  }

  /** Empty for one that is not finished. */
  Optional<EventRecord> render(Guarded<Erasure> erasure) {
    if (!(erasure.state() instanceof Erasure.Done done)) {
      return Optional.empty();
    }
    var snapshot =
        new ErasureSnapshot(
            erasure.id(),
            done.home(),
            done.exercise(),
            done.at(),
            done.keptFields(),
            done.keptUntil());
    var envelope =
        Envelope.of(done.home(), erasure.version(), EventRecords.changes(erasure), snapshot);
    return Optional.of(EventRecords.of(codec.write(erasure.id(), envelope)));
  }
}
