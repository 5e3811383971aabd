package org.homeward.alert.orders.delivery;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.Document;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.deadletters.TrialDeadLetters;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.orders.stops.SetStop;
import org.homeward.alert.orders.stops.Stop;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.alert.sight.Sights;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.alert.trial.TrialNode;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.StoreJournal;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.testkit.SettableClock;

/** Slices on a real store, with a mailer and volunteers that do what a test tells them. */
final class SlicesTrial implements AutoCloseable {

  final SettableClock clock = SettableClock.at(PreviewSamples.NOW);
  final Map<Long, Destination> volunteers = new TreeMap<>();
  final List<Mail> sent = new ArrayList<>();
  final List<AuditEntry> looks = new ArrayList<>();
  final AtomicReference<Function<Mail, MailResult>> mailer =
      new AtomicReference<>(mail -> new MailResult.Accepted("provider"));
  final RecordingPager pager = new RecordingPager();
  final RecordingSystems systems = new RecordingSystems();
  boolean fresh = true;
  private long caseVersion;
  boolean statesAreRead = true;
  final List<String> nothingLeft = new ArrayList<>();
  final List<String> unreached = new ArrayList<>();
  final List<Delivery> taken = new ArrayList<>();

  private final MongoClient client;
  private final MongoDatabase database;
  private final Aggregate<Slice> aggregate;
  private final GuardedDocuments<Alert> alerts;
  private final GuardedDocuments<Slice> slices;
  private final GuardedDocuments<Stop> stops;
  private final GuardedDocuments<CaseCopy> copies;
  private final SliceIds ids = new SliceIds(new DerivedIds(new byte[32]), "rs");
  private final FanOut fanOut;
  private final SendSlice sendSlice;
  final ListDestinations list;
  final CountProgress progress;
  private final SeeAlert seeAlert;
  final BurySlices bury;
  final CountAsTold countAsTold;
  final CountAddressees addressees;
  final TrialDeadLetters dead;

  SlicesTrial() {
    client = StoreConnection.open(TrialNode.get().storeUri());
    database = client.getDatabase("slices_" + UUID.randomUUID().toString().substring(0, 8));
    alerts = aggregate("alerts", Alert.class).documents();
    aggregate = aggregate("slices", Slice.class);
    slices = aggregate.documents();
    stops = aggregate("stops", Stop.class).documents();
    copies = aggregate("case-copies", CaseCopy.class).documents();
    brake(false);
    var states = new AlertStates(alerts, copies, new StopsInForce(stops), this::isStale, "rs");
    SubscriptionNumbers numbers = numbers();
    var wakeSlice = new WakeSlice(_ -> {});
    fanOut = new FanOut(slices, ids, wakeSlice);
    bury = new BurySlices(slices, ids);
    countAsTold = new CountAsTold(slices, numbers, ids, fanOut);
    addressees = new CountAddressees(numbers, List.of(Channel.values()), clock);
    list = new ListDestinations(slices, ids, numbers);
    progress = new CountProgress(slices, ids, numbers, clock);
    dead = new TrialDeadLetters(slices, alerts, numbers, ids, wakeSlice);
    seeAlert = AlertSamples.seeAlert(alerts, Sights.of(copies, looks::add, clock));
    sendSlice =
        new SendSlice(
            slices,
            states,
            new PlanBatch(
                numbers,
                () -> fresh,
                new Senders(List.of(new MailSender(this::mail, Breakers.NONE), pager, systems)),
                new WriteMessages(
                    ids, (alert, number) -> URI.create("http://127.0.0.1/" + number))),
            Duration.ofSeconds(10),
            nothingLeft::add,
            unreached::add,
            taken::add,
            clock);
  }

  /** Whether a partner's word holds the case. */
  void brake(boolean holds) {
    var known =
        new CaseSnapshot(
            PreviewSamples.CASE,
            "rs",
            false,
            CaseStatus.OPEN,
            false,
            holds,
            Set.of(),
            Map.of(),
            List.of());
    var source = new SourceVersion("case/" + PreviewSamples.CASE, ++caseVersion);
    copies.react(
        PreviewSamples.CASE,
        source,
        read -> Decision.write(Edit.of(new CaseCopy.Known(known), "test"), true));
  }

  private boolean isStale(String caseId) {
    if (!statesAreRead) {
      throw new StoreFailure.Unavailable(null);
    }
    return false;
  }

  private MailResult mail(Mail mail, Instant deadline) {
    sent.add(mail);
    return mailer.get().apply(mail);
  }

  private <S> Aggregate<S> aggregate(String name, Class<S> type) {
    var home =
        new Aggregate.Home(
            database,
            DocumentSettings.first(clock),
            new StoreJournal(database, clock),
            "alert",
            Duration.ofSeconds(1));
    return new Aggregates(home, false).of(name, type).declared();
  }

  private SubscriptionNumbers numbers() {
    return new SubscriptionNumbers() {
      @Override
      public long watermark() {
        return volunteers.size();
      }

      @Override
      public Map<Long, Destination> of(List<Long> numbers) {
        Map<Long, Destination> there = new TreeMap<>(volunteers);
        there.keySet().retainAll(numbers);
        return there;
      }

      @Override
      public List<Interest> interests(long first, long last, String country) {
        return range(first, last).values().stream()
            .map(Destination::interest)
            .filter(interest -> interest.country().equals(country))
            .toList();
      }
    };
  }

  /** So many, numbered from 1. */
  SlicesTrial volunteers(int count) {
    for (long n = 1; n <= count; n++) {
      join(n, "v" + n + "@example.org", "RS", "RS-01", n % 2 == 0 ? "sr" : "en", false);
    }
    return this;
  }

  void join(
      long n, String email, String country, String region, String language, boolean exercise) {
    volunteers.put(
        n,
        new Destination(
            n,
            "s" + n,
            new Address.Mailbox(
                email, URI.create("http://127.0.0.1:8080/api/v1/subscriptions/leave/" + n)),
            country,
            region.isEmpty() ? List.of() : List.of(region),
            language,
            exercise,
            false));
  }

  /** The system of an organisation has this number. */
  void system(long n, boolean paused) {
    volunteers.put(
        n,
        new Destination(
            n,
            "w" + n,
            new Address.Endpoint("webhook-" + n, "Crveni krst", "hooks.example.org", paused),
            "RS",
            List.of(),
            "en",
            false,
            false));
  }

  /** A person has the dead letter of this number sent again. */
  String replayed(long number) {
    return dead.replayed(seen(), number);
  }

  /** The numbers that have dead letters, for somebody from whom no case is kept. */
  List<Long> deadLetters() {
    return dead.list(alerts -> alerts).stream().map(TrialDeadLetters.Found::number).toList();
  }

  /** An edition that goes to the volunteers up to this number. */
  static Alert.Active going(int edition, long watermark) {
    return AlertSamples.going(edition, watermark, false);
  }

  /** The alert is in this state from now on, and its slices hear of it. */
  void becomes(Alert alert) {
    if (alerts.find(PreviewSamples.ALERT).isEmpty()) {
      alerts.create(
          PreviewSamples.ALERT,
          Edit.of(alert, "test"),
          new Command("c" + UUID.randomUUID(), "h"),
          true);
    } else {
      alerts.change(PreviewSamples.ALERT, read -> Decision.write(Edit.of(alert, "test"), true));
    }
    fanOut.tell(alert());
  }

  Guarded<Alert> alert() {
    return alerts.find(PreviewSamples.ALERT).orElseThrow();
  }

  /** As the alarm does: all slices that are due, batch after batch. */
  void ring() {
    long watermark = alert().state().watermark();
    for (int k = 1; k <= Slice.count(watermark); k++) {
      int batches = 0;
      while (batch(k)) {
        if (++batches > Slice.SIZE) {
          throw new AssertionError("a slice comes to no end");
        }
      }
    }
  }

  /** One batch of the slice; true when there may be another. */
  boolean batch(int k) {
    return sendSlice.sendIfDue(ids.slice(PreviewSamples.ALERT, k));
  }

  /** As its alarm does before anything else. */
  void keepHistory(int k) {
    aggregate.history().keep(ids.slice(PreviewSamples.ALERT, k));
  }

  /** The slice as it stands in the store. */
  Document stored(int k) {
    return collection().find(eq("_id", ids.slice(PreviewSamples.ALERT, k))).first();
  }

  /** Puts a slice into the store as it was stored at another time. */
  void store(int k, Document slice) {
    String id = ids.slice(PreviewSamples.ALERT, k);
    collection().replaceOne(eq("_id", id), slice.append("_id", id));
  }

  private MongoCollection<Document> collection() {
    return database.getCollection("slices");
  }

  /** Whether somebody still has to be told, or to be read by name. */
  boolean isOwed(long number) {
    return new FindEndsOwed(slices, alerts).isOwed(number);
  }

  boolean owesEnds(int k) {
    return sendSlice.owesEnds(ids.slice(PreviewSamples.ALERT, k));
  }

  void ringAfter(Duration time) {
    clock.advance(time);
    ring();
  }

  void stopNode() {
    new SetStop(stops, clock)
        .set(StopTarget.node(), new Command("s" + UUID.randomUUID(), "h"), "person-ana");
  }

  List<Mail> to(String email) {
    return sent.stream().filter(mail -> mail.to().equals(email)).toList();
  }

  List<ListDestinations.Line> listed(ListDestinations.Standing standing) {
    return list.list(seen(), Optional.of(standing), false, 0, 10_000);
  }

  /** Those that may have a mail twice. */
  List<ListDestinations.Line> repeated() {
    return list.list(seen(), Optional.empty(), true, 0, 100);
  }

  SeenAlert seen() {
    return seeAlert.see(PreviewSamples.ALERT, Sights.supervisor()).orElseThrow();
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    client.close();
  }
}
