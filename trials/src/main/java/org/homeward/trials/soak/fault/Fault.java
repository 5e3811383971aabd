package org.homeward.trials.soak.fault;

/** Something that goes wrong, and is mended. */
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

  /** As in the account of a round. */
  String name();

  /** Of those that take long there is one in a round. */
  default boolean takesLong() {
    return false;
  }

  /** Of so many times that it is drawn it is made once. */
  default int rarity() {
    return 1;
  }

  /**
   * Makes it, lets it last, and mends it; what it restarted may still be on its way to health.
   *
   * @return what exactly it did
   */
  String strike(NodePair pair) throws InterruptedException;
}
