package org.homeward.alert.subscribers.organisations;

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
import org.homeward.alert.subscribers.organisations.OrganisationEntry.State;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.publication.Drain;

/** Gives an entry its number in the log of destinations when it goes live. */
public final class MongoEntryNumbers<E extends OrganisationEntry>
    implements NumberedDestinations, Drain<E> {

  private final Log log;
  private final GuardedDocuments<E> entries;
  private final Kind<E> kind;

  public MongoEntryNumbers(Log log, GuardedDocuments<E> entries, Kind<E> kind) {
    this.log = log;
    this.entries = entries;
    this.kind = kind;
  }

  /**
   * One kind of entries.
   *
   * @param field by which the log names them
   * @param live the change by which one goes live
   * @param address where an entry of an id is told
   */
  public record Kind<E>(String field, String live, AddressOf<E> address) {}

  /** Empty for an entry that takes nothing any more. */
  @FunctionalInterface
  public interface AddressOf<E> {
    Optional<Address> of(String id, E entry);
  }

  @Override
  public String field() {
    return kind.field();
  }

  @Override
  public void drain(Guarded<E> changed) {
    boolean live = changed.pending().stream().anyMatch(c -> c.type().equals(kind.live()));
    if (live) {
      log.append(ref(changed.id()), new Document(kind.field(), changed.id()));
    }
  }

  private String ref(String id) {
    return kind.field() + "/" + id;
  }

  /** Of an entry in the log of destinations; 0 when it never got one. */
  public long number(String id) {
    LogEntry entry = log.named(List.of(ref(id))).get(ref(id));
    return entry == null ? 0 : entry.n();
  }

  @Override
  public Collection<Destination> of(Map<Long, String> ids) {
    Map<String, E> now =
        entries.find(List.copyOf(ids.values())).stream()
            .collect(Collectors.toMap(Guarded::id, Guarded::state));
    List<Destination> there = new ArrayList<>();
    ids.forEach(
        (number, id) ->
            Optional.ofNullable(now.get(id))
                .flatMap(entry -> destination(number, id, entry))
                .ifPresent(there::add));
    return there;
  }

  /** One that is not live, or not any more, is owed the ends of what it was sent. */
  private Optional<Destination> destination(long number, String id, E entry) {
    boolean endsOnly = entry.state() != State.LIVE; // upholds 4
    return kind.address()
        .of(id, entry)
        .map(
            address ->
                new Destination(
                    number,
                    id,
                    address,
                    entry.country(),
                    entry.regions(),
                    entry.language(),
                    entry.exercise(),
                    endsOnly));
  }
}
