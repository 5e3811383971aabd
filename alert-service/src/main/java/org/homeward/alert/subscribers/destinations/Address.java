package org.homeward.alert.subscribers.destinations;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.homeward.schema.people.PhoneNumber;

/** Where a destination is told. It never changes: another address is another destination. */
public sealed interface Address {

  Channel channel();

  /**
   * A mailbox.
   *
   * @param leaveLink the link that ends the subscription, also by one click; a secret of theirs
   */
  record Mailbox(String email, URI leaveLink) implements Address {

    public Mailbox {
      requireNonNull(email, "email");
      requireNonNull(leaveLink, "leaveLink");
    }

    @Override
    public Channel channel() {
      return Channel.MAIL;
    }

    @Override
    public String toString() {
      return "Mailbox[redacted]";
    }
  }

  /**
   * An organisation's own system.
   *
   * @param webhook its id in the register
   * @param name by which people know it
   * @param host of its address
   * @param paused an administrator holds back what is new to it
   */
  record Endpoint(String webhook, String name, String host, boolean paused) implements Address {

    public Endpoint {
      requireNonNull(webhook, "webhook");
      requireNonNull(name, "name");
      requireNonNull(host, "host");
    }

    @Override
    public Channel channel() {
      return Channel.WEBHOOK;
    }
  }

  /** A phone, whoever has it. */
  sealed interface ByText extends Address {

    PhoneNumber number();

    @Override
    default Channel channel() {
      return Channel.SMS;
    }
  }

  /**
   * A phone of an organisation.
   *
   * @param phone its id in the register
   * @param name of the organisation
   */
  record Phone(String phone, String name, PhoneNumber number) implements ByText {

    public Phone {
      requireNonNull(phone, "phone");
      requireNonNull(name, "name");
      requireNonNull(number, "number");
    }

    @Override
    public String toString() {
      return "Phone[" + phone + "]";
    }
  }

  /**
   * A phone of a volunteer.
   *
   * @param phone its id
   */
  record OwnPhone(String phone, PhoneNumber number) implements ByText {

    public OwnPhone {
      requireNonNull(phone, "phone");
      requireNonNull(number, "number");
    }

    @Override
    public String toString() {
      return "OwnPhone[" + phone + "]";
    }
  }
}
