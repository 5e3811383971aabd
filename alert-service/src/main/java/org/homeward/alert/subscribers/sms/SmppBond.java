package org.homeward.alert.subscribers.sms;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeward.schema.people.PhoneNumber;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/** One login at the provider, until it ends. */
final class SmppBond {

  private static final byte HEADED = 0x40;
  private static final int LONGEST_ID = 64;
  private static final int HOURS_A_DAY = 24;
  private static final int DAYS_A_MONTH = 30;
  private static final int MINUTES_AN_HOUR = 60;

  private final SMPPSession session;
  private final SmppSource source;
  private final Semaphore window;
  private final CompletableFuture<SmppAnswer> ended = new CompletableFuture<>();

  /**
   * @param window so many segments at a time without an answer
   */
  SmppBond(SMPPSession session, SmppSource source, int window) {
    this.session = session;
    this.source = source;
    this.window = new Semaphore(window, true);
    session.addSessionStateListener(
        (now, _, _) -> {
          if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
            ended.complete(new SmppAnswer.Lost("closed"));
          }
        });
  }

  /** Completed when nothing more is heard on it. */
  CompletableFuture<SmppAnswer> ended() {
    return ended;
  }

  boolean isUsable() {
    return !ended.isDone() && session.getSessionState().isTransmittable();
  }

  /**
   * Takes a place for one message, whose segments go one after the other; false when none got free
   * in time.
   */
  boolean reserve(long nanos) throws InterruptedException {
    return window.tryAcquire(nanos, TimeUnit.NANOSECONDS);
  }

  /** Gives a place back. */
  void release() {
    window.release();
  }

  /** Something that the provider is asked; the answer is an id. */
  @FunctionalInterface
  private interface Asked {
    @Nullable String ask()
        throws NegativeResponseException,
            PDUException,
            ResponseTimeoutException,
            InvalidResponseException,
            IOException;
  }

  /** Waits for the answer, as long as the provider may take. */
  SmppAnswer submit(ShortMessage message, Segments.Segment segment, Instant now) {
    return asked(
        () ->
            session
                .submitShortMessage(
                    "",
                    source.type(),
                    source.plan(),
                    source.address(),
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    dialled(message.to()),
                    new ESMClass(segment.headed() ? HEADED : 0),
                    (byte) 0,
                    (byte) 0,
                    null,
                    message.until() == null ? null : validity(now, message.until()),
                    new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                    (byte) 0,
                    new RawDataCoding(segment.coding()),
                    (byte) 0,
                    segment.bytes(),
                    new OptionalParameter.User_message_reference(reference(message.id())))
                .getMessageId());
  }

  /**
   * Asks for one segment not to be delivered any more; by its id alone, because a number may have
   * messages of other alerts.
   */
  SmppAnswer cancel(PhoneNumber to, String id) {
    return asked(
        () -> {
          session.cancelShortMessage(
              "",
              id,
              source.type(),
              source.plan(),
              source.address(),
              TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              dialled(to));
          return id;
        });
  }

  private static String dialled(PhoneNumber number) {
    return number.e164().substring(1);
  }

  private SmppAnswer asked(Asked asked) {
    if (!isUsable()) {
      return new SmppAnswer.NotSent("not-bound");
    }
    try {
      return new SmppAnswer.Taken(usable(asked.ask()));
    } catch (NegativeResponseException e) {
      return new SmppAnswer.Refused(e.getCommandStatus());
    } catch (PDUException e) {
      return new SmppAnswer.NotSent("pdu"); // it could not be written
    } catch (ResponseTimeoutException e) {
      return new SmppAnswer.Lost("timeout");
    } catch (InvalidResponseException e) {
      return new SmppAnswer.Lost("answer");
    } catch (IOException e) {
      return new SmppAnswer.Lost("closed");
    }
  }

  /**
   * An empty id in a cancellation stands for all messages to the number (SMPP 3.4, 4.9.1), those of
   * other alerts and their ends among them.
   */
  static @Nullable String usable(@Nullable String id) {
    boolean names = id != null && !id.isBlank() && id.length() <= LONGEST_ID; // upholds 4
    return names ? id : null;
  }

  /** The same for every repetition, so that a provider that looks can tell. */
  static short reference(String id) {
    return (short) id.hashCode();
  }

  /** How long the provider tries, as a relative time of SMPP 3.4 (7.1.1): {@code YYMMDDhhmmss}. */
  static @Nullable String validity(Instant now, @Nullable Instant until) {
    if (until == null) {
      return null;
    }
    Duration left = Duration.between(now, until);
    long days = Math.min(left.toDays(), DAYS_A_MONTH - 1L);
    return "0000%02d%02d%02d%02d000R"
        .formatted(
            days,
            left.toHours() % HOURS_A_DAY,
            left.toMinutes() % MINUTES_AN_HOUR,
            left.toSeconds() % MINUTES_AN_HOUR);
  }

  void close() {
    session.unbindAndClose();
    ended.complete(new SmppAnswer.Lost("closed"));
  }
}
