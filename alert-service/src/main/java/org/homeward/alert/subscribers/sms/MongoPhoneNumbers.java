package org.homeward.alert.subscribers.sms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.NumberedDestinations;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.publication.Drain;
import org.homeward.schema.people.PhoneNumber;

/** Gives a phone its number in the log of destinations when it goes live. */
final class MongoPhoneNumbers implements NumberedDestinations, Drain<Phone>, EndPhone.NumberOf {

  private static final String FIELD = "phone";

  private final Log log;
  private final GuardedDocuments<Phone> phones;

  MongoPhoneNumbers(Log log, GuardedDocuments<Phone> phones) {
    this.log = log;
    this.phones = phones;
  }

  @Override
  public String field() {
    return FIELD;
  }

  @Override
  public void drain(Guarded<Phone> changed) {
    boolean live = changed.pending().stream().anyMatch(c -> c.type().equals(Phone.LIVE));
    if (live) {
      log.append(ref(changed.id()), new Document(FIELD, changed.id()));
    }
  }

  private static String ref(String phone) {
    return "phone/" + phone;
  }

  @Override
  public long number(String phone) {
    LogEntry entry = log.named(List.of(ref(phone))).get(ref(phone));
    return entry == null ? 0 : entry.n();
  }

  @Override
  public Collection<Destination> of(Map<Long, String> ids) {
    Map<String, Phone> now =
        phones.find(List.copyOf(ids.values())).stream()
            .collect(Collectors.toMap(Guarded::id, Guarded::state));
    List<Destination> there = new ArrayList<>();
    ids.forEach(
        (number, id) ->
            Optional.ofNullable(now.get(id))
                .flatMap(phone -> destination(number, id, phone))
                .ifPresent(there::add));
    return there;
  }

  /** A revoked one is owed the ends of what it was sent; an erased one takes nothing. */
  private static Optional<Destination> destination(long number, String id, Phone phone) {
    PhoneNumber dialled = phone.number();
    boolean endsOnly = phone.state() != Phone.State.LIVE; // upholds 4
    return dialled == null
        ? Optional.empty()
        : Optional.of(
            new Destination(
                number,
                id,
                new Address.Phone(id, phone.name(), dialled),
                phone.country(),
                phone.regions(),
                phone.language(),
                phone.exercise(),
                endsOnly));
  }
}
