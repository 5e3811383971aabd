package org.homeward.trials.soak.fault;

/** A fault that is injected and repaired. */
public sealed interface Fault
    permits Kill,
        SuspendPublisher,
        SuspendSender,
        LostReply,
        ReadOnlyStore,
        FullDisk,
        BrokerAway,
        ReaderAway,
        PartnerCut,
        PartnerDelayed,
        PartnerHalfOpen,
        WrongClock,
        EarlierCopy {

  /** The name in the account of a round. */
  String name();

  /** A round has at most one fault that takes long. */
  default boolean takesLong() {
    return false;
  }

  /** The fault is injected once in so many times that it is drawn. */
  default int rarity() {
    return 1;
  }

  /**
   * Injects the fault, lets it last, and repairs it. A process that it restarted may not be healthy
   * yet.
   *
   * @return what exactly it did
   */
  String strike(NodePair pair) throws InterruptedException;
}
