package org.homeward.bridge.photos;

import org.jspecify.annotations.Nullable;

/** The photos of a partner's case, where its owner hands them out. */
@FunctionalInterface
public interface OwnerPhotos {

  /** The owner's answer. */
  sealed interface Given {

    /**
     * This node may have it.
     *
     * @param bytes null where it only asked
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Here(byte @Nullable [] bytes) implements Given {

      @Override
      public String toString() {
        return "Here[redacted]";
      }
    }

    /** This node may not have it any more. */
    record Gone() implements Given {}

    /** For now nothing of it is handed out, or shown here. */
    record NotNow() implements Given {}

    /** There is no answer that the owner signed. */
    record Away() implements Given {}

    /** Nobody was asked: this node asks too much already. */
    record Busy() implements Given {}
  }

  /**
   * @param held this node has the bytes, and asks whether it still may
   */
  Given ask(String owner, String handover, String photo, boolean held);
}
