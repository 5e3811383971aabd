package org.homeward.alert.subscribers.preferences;

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
import org.homeward.alert.subscribers.sms.CodedPhone;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.publication.Drain;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Gives a volunteer's phone its number in the log of destinations when it goes live. */
final class MongoVolunteerNumbers implements NumberedDestinations, Drain<VolunteerPhone> {

  private static final String FIELD = "ownPhone";

  private final Log log;
  private final GuardedDocuments<VolunteerPhone> phones;
  private final GuardedDocuments<Subscription> subscriptions;

  MongoVolunteerNumbers(
      Log log,
      GuardedDocuments<VolunteerPhone> phones,
      GuardedDocuments<Subscription> subscriptions) {
    this.log = log;
    this.phones = phones;
    this.subscriptions = subscriptions;
  }

  @Override
  public String field() {
    return FIELD;
  }

  @Override
  public void drain(Guarded<VolunteerPhone> changed) {
    boolean live = changed.pending().stream().anyMatch(c -> c.type().equals(CodedPhone.LIVE));
    if (live) {
      log.append(ref(changed.id()), new Document(FIELD, changed.id()));
    }
  }

  private static String ref(String id) {
    return FIELD + "/" + id;
  }

  /** Of a phone in the log of destinations; 0 when it never got one. */
  long number(String id) {
    LogEntry entry = log.named(List.of(ref(id))).get(ref(id));
    return entry == null ? 0 : entry.n();
  }

  @Override
  public Collection<Destination> of(Map<Long, String> ids) {
    Map<String, VolunteerPhone> there =
        phones.find(List.copyOf(ids.values())).stream()
            .collect(Collectors.toMap(Guarded::id, Guarded::state));
    List<String> owners =
        there.values().stream().map(VolunteerPhone::subscription).distinct().toList();
    Map<String, Subscription> now =
        subscriptions.find(owners).stream().collect(Collectors.toMap(Guarded::id, Guarded::state));
    List<Destination> all = new ArrayList<>();
    ids.forEach(
        (number, id) ->
            Optional.ofNullable(there.get(id))
                .flatMap(phone -> destination(number, id, phone, now.get(phone.subscription())))
                .ifPresent(all::add));
    return all;
  }

  /** Nothing without a confirmed subscription: who has left wants no ends either. */
  private static Optional<Destination> destination(
      long number, String id, VolunteerPhone phone, @Nullable Subscription owner) {
    PhoneNumber to = phone.number();
    if (to == null
        || !(owner instanceof Subscription.Confirmed confirmed)
        || confirmed.joined() != phone.joined()) {
      return Optional.empty();
    }
    boolean endsOnly = !phone.isLive(); // upholds 4
    return Optional.of(
        new Destination(
            number,
            id,
            new Address.OwnPhone(id, to),
            confirmed.country(),
            confirmed.wish().regions(),
            confirmed.wish().language().code(),
            confirmed.exercise(),
            endsOnly,
            confirmed.terms()));
  }
}
