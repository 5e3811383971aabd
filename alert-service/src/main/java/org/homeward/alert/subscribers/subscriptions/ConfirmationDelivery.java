package org.homeward.alert.subscribers.subscriptions;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How far the mail with the link has come.
 *
 * @param attempts that were begun
 * @param unknown how many of them ended nobody knows how; after one it is sent once more
 * @param reason a code: why it waits, or why the last attempt did not succeed
 */
public record ConfirmationDelivery(
    State state, int attempts, int unknown, @Nullable String reason) {

  public static final ConfirmationDelivery WAITING =
      new ConfirmationDelivery(State.WAITING, 0, 0, null);

  /** It was given a turn and waits for it. */
  private static final String TURN = "turn";

  public ConfirmationDelivery {
    requireNonNull(state, "state");
  }

  /** Where it stands. */
  public enum State {
    /** To be sent when its alarm rings. */
    WAITING,
    /** Under way; when its alarm rings in this state, its sender has died. */
    SENDING,
    ACCEPTED,
    REFUSED,
    /** May have arrived; not sent again. */
    UNKNOWN
  }

  public ConfirmationDelivery inTurn() {
    return new ConfirmationDelivery(State.WAITING, attempts, unknown, TURN);
  }

  public boolean isInTurn() {
    return state == State.WAITING && TURN.equals(reason);
  }

  public ConfirmationDelivery begun() {
    return new ConfirmationDelivery(State.SENDING, attempts + 1, unknown, null);
  }

  public ConfirmationDelivery accepted() {
    return new ConfirmationDelivery(State.ACCEPTED, attempts, unknown, null);
  }

  public ConfirmationDelivery refused(String why) {
    return new ConfirmationDelivery(State.REFUSED, attempts, unknown, why);
  }

  public ConfirmationDelivery later(String why) {
    return new ConfirmationDelivery(State.WAITING, attempts, unknown, why);
  }

  /** Once more after the first time, with the same Message-ID; then never again. */
  public ConfirmationDelivery lost(String why) {
    return new ConfirmationDelivery(
        unknown == 0 ? State.WAITING : State.UNKNOWN, attempts, unknown + 1, why);
  }

  public boolean isOpen() {
    return state == State.WAITING || state == State.SENDING;
  }
}
