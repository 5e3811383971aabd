package org.homeward.intake.family;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * People of a family to whom the hotline speaks about one case. It stands under the id of the case,
 * is as hidden as the case, and nothing of it leaves intake but what a person reads aloud.
 *
 * @param contacts in the order in which they were written down; none knows of another
 */
record Family(List<Contact> contacts) implements KeptFamily {

  static final Family EMPTY = new Family(List.of());

  Family {
    contacts = contacts == null ? List.of() : List.copyOf(contacts);
  }

  Optional<Contact> contact(String id) {
    return contacts.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  Family adding(Contact contact) {
    return new Family(Stream.concat(contacts.stream(), Stream.of(contact)).toList());
  }

  Family with(String id, UnaryOperator<Contact> change) {
    return new Family(
        contacts.stream().map(each -> each.id().equals(id) ? change.apply(each) : each).toList());
  }

  @Override
  public String toString() {
    return "Family[redacted]";
  }
}
