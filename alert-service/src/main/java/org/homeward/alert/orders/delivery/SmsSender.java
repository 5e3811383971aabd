package org.homeward.alert.orders.delivery;

import java.time.Instant;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.sms.SendSms;

/** Tells phones of organisations by text messages. */
final class SmsSender implements Sender {

  private final SendSms sendSms;

  SmsSender(SendSms sendSms) {
    this.sendSms = sendSms;
  }

  @Override
  public boolean serves(Destination to) {
    return to.address() instanceof Address.Phone;
  }

  @Override
  public boolean permits(Destination to) {
    return sendSms.permits();
  }

  /** A provider that hangs holds up no mail. */
  @Override
  public boolean sendsSideBySide() {
    return true;
  }

  @Override
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(Message message, Destination to, Instant deadline) {
        Address.Phone phone = (Address.Phone) to.address();
        Instant until = message.occasion().until();
        return sendSms.send(phone.number(), message.id(), message.text(), until, deadline);
      }

      @Override
      public void close() {}
    };
  }
}
