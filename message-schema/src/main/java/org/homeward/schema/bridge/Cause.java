package org.homeward.schema.bridge;

/** Why a message that came from a partner is refused by a signed receipt; it uses up its seq. */
public enum Cause {
  /** The payload is from the partner, but not a message as the protocol has them. */
  MALFORMED,
  /** A type this node does not know. */
  TYPE_NOT_KNOWN,
  /** Content in a schema this node does not know; never said of a signal. */
  SCHEMA_NOT_KNOWN,
  /** The content's body is the one that was signed, and breaks its schema. */
  BODY_UNREADABLE,
  /** An exercise to a real partner, or the reverse. */
  EXERCISE_AND_REAL,
  /** The receiver's registry is too old to take content; never said of a signal. */
  REGISTRY_EXPIRED,
  /** No handover of this id with this partner. */
  HANDOVER_NOT_KNOWN,
  /** The type belongs to the other side. */
  NOT_YOUR_SIDE,
  /** The handover's state does not allow this. */
  NOT_NOW,
  /** The incarnation is older than one already seen. */
  OLD_INCARNATION,
  /** The hash of the message before is not the one that was received. */
  CHAIN_BROKEN,
  /** Another payload came under this seq before. */
  FORKED,
  /** More offers or sightings than this node takes from one partner. */
  TOO_MANY,
  /** More than the minimum, before a person of the holder has looked for a conflict. */
  NOT_CHECKED,
  /** A field that no partner may be told. */
  NOT_FOR_PARTNERS,
  /** A lease longer than thirty days. */
  LEASE_TOO_LONG,
  /** The content is kept from the receiver's own node or country. */
  KEPT_FROM_RECEIVER,
  /** A cause of a newer program. */
  OTHER
}
