package org.homeward.alert.trial;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.homeward.alert.AlertApplication;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.event.EncodedEvent;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.testkit.SettableClock;
import org.homeward.testkit.exclusion.StoreCommands;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** The service on real engines, started once for all integration tests of this JVM. */
public final class TrialNode {

  private static final SettableClock CLOCK = SettableClock.at("2026-03-01T12:00:00Z");

  /** The clock stands still: all that is asked for is in one minute. */
  public static final Map<String, Object> MANY_CONFIRMATIONS =
      Map.of(
          "HOMEWARD_CONFIRMATIONS_PER_MINUTE", "100000",
          "HOMEWARD_CONFIRMATIONS_PER_HOUR", "100000");

  private static final TrialNode NODE = new TrialNode();

  private final TrialEngines engines = new TrialEngines();
  private final StoreCommands commands = new StoreCommands();
  private final KeptLog log;
  private final ConfigurableApplicationContext service;
  private final EventCodec codec = new EventCodec("rs", "intake", Clock.systemUTC());
  private final String root;

  private TrialNode() {
    service = start();
    log = KeptLog.started();
    root = root(service);
    Awaitility.await().until(service.getBean(FreshCases.class)::isFresh);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  public static TrialNode get() {
    return NODE;
  }

  @Configuration(proxyBeanMethods = false)
  static class SettableTime {
    @Bean
    @Primary
    Clock settableClock() {
      return CLOCK;
    }
  }

  public SettableClock clock() {
    return CLOCK;
  }

  public String storeUri() {
    return engines.storeUri();
  }

  public String kafka() {
    return engines.kafka();
  }

  /** What the service has logged since its start. */
  public List<String> log() {
    return log.lines();
  }

  /** Where the service's mails go. */
  public ScriptedSmtp smtp() {
    return engines.smtp();
  }

  /** Where the service's text messages go. */
  public ScriptedSmsc smsc() {
    return engines.smsc();
  }

  /** Where photos are fetched. */
  public StubIntake intake() {
    return engines.intake();
  }

  public Path directory() {
    return engines.directory();
  }

  public ConfigurableApplicationContext context() {
    return service;
  }

  public <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  public Object bean(String name) {
    return service.getBean(name);
  }

  @SuppressWarnings("unchecked")
  public <S> Aggregate<S> aggregate(String name, Class<S> type) {
    return (Aggregate<S>) service.getBean(name);
  }

  public <S> GuardedDocuments<S> documents(String aggregate, Class<S> type) {
    return aggregate(aggregate, type).documents();
  }

  public Wire anonymous() {
    return Wire.anonymous(root);
  }

  public Wire person(String login, String... roles) {
    return Wire.bearing(root, engines.issuer().token(login, roles));
  }

  /** A person of this desk, with a token. */
  public Wire officer(String login, String desk) {
    return Wire.bearing(root, engines.issuer().policeToken(login, desk));
  }

  /** Somebody with this for a token. */
  public Wire bearing(String token) {
    return Wire.bearing(root, token);
  }

  /** The header of somebody who has logged in. */
  public String authorization(String login, String... roles) {
    return "Authorization: Bearer " + engines.issuer().token(login, roles);
  }

  /** What the requests of a walk ask of the store. */
  public StoreCommands commands() {
    return commands;
  }

  public int port() {
    return port(service);
  }

  public Wire admin() {
    return person("nikola", "admin");
  }

  /** Nobody, at the management port. */
  public Wire management() {
    return Wire.anonymous(managementRoot());
  }

  /** This person, at the management port. */
  public Wire management(String login, String... roles) {
    return Wire.bearing(managementRoot(), engines.issuer().token(login, roles));
  }

  /** A desk with its key, at the management port. */
  public Wire management(TrialDesk desk) {
    return Wire.basic(managementRoot(), desk.id(), desk.key());
  }

  private String managementRoot() {
    return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.management.port");
  }

  /** Where it listens: scheme, host and port. */
  public String root() {
    return root;
  }

  public Wire desk(String id, String key) {
    return Wire.basic(root, id, key);
  }

  /** A desk with its key. */
  public record TrialDesk(String id, String key, Wire wire) {

    public JsonNode feed(String query) {
      Answer answer = wire.get("/api/v1/feeds/police" + query, "Accept", "application/json");
      if (answer.status() != 200) {
        throw new AssertionError(answer);
      }
      return answer.json();
    }

    /** The item of a notice on the newest page. */
    public Optional<JsonNode> item(String notice) {
      return feed("?limit=200")
          .path("items")
          .valueStream()
          .filter(item -> item.path("id").asString().equals("urn:uuid:" + notice))
          .findFirst();
    }
  }

  public TrialDesk newDesk(boolean exercise) {
    return newDesk(exercise, 90);
  }

  public TrialDesk newDesk(boolean exercise, int validDays) {
    return confirmed(registered("{\"country\": \"RS\"}", exercise, validDays));
  }

  /** A real desk of a part of the country. */
  public TrialDesk newDesk(String region) {
    return confirmed(
        registered("{\"country\": \"RS\", \"region\": \"%s\"}".formatted(region), false, 90));
  }

  /** A desk that nobody has confirmed. */
  public Answer registered(String jurisdiction, boolean exercise, int validDays) {
    Answer made =
        admin()
            .command(
                "/api/v1/desks",
                """
                {"name": "Trial desk", "jurisdiction": %s, "exercise": %s, "validDays": %d}"""
                    .formatted(jurisdiction, exercise, validDays));
    if (made.status() != 201) {
      throw new AssertionError(made);
    }
    return made;
  }

  /** A supervisor confirms what was registered. */
  public TrialDesk confirmed(Answer made) {
    String id = made.json().path("id").asString();
    String key = made.json().path("key").asString();
    confirmed("desks", made);
    return new TrialDesk(id, key, desk(id, key));
  }

  /** A supervisor confirms what was entered into this register; its id. */
  public String confirmed(String register, Answer made) {
    String id = made.json().path("id").asString();
    String path = "/api/v1/" + register + "/" + id;
    Answer confirmed = confirmed(path, made.header("ETag").orElseThrow(), "milan", "supervisor");
    if (confirmed.status() != 200) {
      throw new AssertionError(confirmed);
    }
    return id;
  }

  /** The desk with a new key, which a supervisor has confirmed. */
  public TrialDesk renewed(TrialDesk desk) {
    Answer made =
        admin()
            .post(
                "/api/v1/desks/" + desk.id() + "/renew",
                "{\"validDays\": 90}",
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                "*");
    if (made.status() != 200) {
      throw new AssertionError(made);
    }
    return confirmed(made);
  }

  public Answer confirm(String desk, String etag, String login, String... roles) {
    return confirmed("/api/v1/desks/" + desk, etag, login, roles);
  }

  /** Somebody tries to confirm the entry at this path. */
  public Answer confirmed(String path, String etag, String login, String... roles) {
    return person(login, roles)
        .post(
            path + "/confirm",
            "",
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "If-Match",
            etag);
  }

  /** Sends what the case told, in this order, and waits until the broker has it. */
  public void publish(String caseId, List<? extends Envelope<?>> told) {
    told.forEach(envelope -> publish(codec.write(caseId, envelope)));
  }

  public void publish(TrialCase trial) {
    publish(trial.id, trial.told());
  }

  public void publish(EncodedEvent event) {
    engines.publish(event);
  }

  public EncodedEvent encoded(String caseId, Envelope<?> envelope) {
    return codec.write(caseId, envelope);
  }

  public String noticeOf(TrialCase trial) {
    return bean(TellPolice.class).noticeOf(trial.id);
  }

  /** Waits until a case's notice is on the feed in this state. */
  public JsonNode item(TrialDesk desk, TrialCase trial, String status) {
    return item(desk, trial, item -> item.path("status").asString().equals(status));
  }

  /**
   * Waits until a case's notice is on the feed like this. It reads a whole page only when the feed
   * has gone on: hundreds of items, each compared with the API document, take long.
   */
  public JsonNode item(TrialDesk desk, TrialCase trial, Predicate<JsonNode> wanted) {
    String notice = noticeOf(trial);
    var head = new AtomicReference<>("");
    return Awaitility.await()
        .<Optional<JsonNode>>until(
            () -> {
              String now = desk.feed("?limit=1").path("head").asString();
              return now.equals(head.getAndSet(now)) ? Optional.empty() : desk.item(notice);
            },
            found -> found.filter(wanted).isPresent())
        .orElseThrow();
  }

  /**
   * Waits until all that was sent about a case is applied: another one that was sent behind it, on
   * the same partition, is on the feed.
   */
  public void settle(TrialCase trial, TrialDesk desk) {
    TrialCase marker =
        desk.feed("?limit=1").path("exercise").asBoolean()
            ? TrialCase.exercise()
            : TrialCase.real();
    var says = Facts.says(marker.child, Facts.boy("Marker", 9));
    publish(trial.id, marker.reported(says).released(says).told());
    item(desk, marker, "ACTIVE");
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(AlertApplication.class, SettableTime.class)
        .properties(MANY_CONFIRMATIONS)
        .initializers(fresh -> fresh.getBeanFactory().registerSingleton("storeListener", commands))
        .run(arguments(directory().resolve("data"), "rs"));
  }

  /**
   * One more process on these engines; close it.
   *
   * @param slug another node gets a topic of its own
   * @param properties what a process has in its environment
   */
  public ConfigurableApplicationContext another(
      String slug, String instance, Map<String, Object> properties) {
    if (!slug.equals("rs") && instance.equals("1")) {
      engines.createTopic(slug + ".cases");
    }
    Path data = directory().resolve(slug.equals("rs") ? "data" : "data-" + slug);
    List<String> arguments = new ArrayList<>(List.of(arguments(data, slug)));
    arguments.removeIf(argument -> argument.startsWith("--homeward.feed."));
    arguments.add("--homeward.alert.instance=" + instance);
    return new SpringApplicationBuilder(AlertApplication.class, SettableTime.class)
        .properties(properties)
        .run(arguments.toArray(String[]::new));
  }

  /** Anybody, at another process. */
  public static Wire anonymous(ConfigurableApplicationContext process) {
    return Wire.anonymous(root(process));
  }

  public static String root(ConfigurableApplicationContext process) {
    return "http://127.0.0.1:" + port(process);
  }

  /** Settings of a service on these engines. */
  public String[] arguments(Path data, String slug) {
    return engines.arguments(data, slug);
  }

  private static int port(ConfigurableApplicationContext service) {
    var server = ((WebServerApplicationContext) service).getWebServer();
    if (server == null) {
      throw new IllegalStateException("no web server");
    }
    return server.getPort();
  }

  private void close() {
    service.close();
    engines.close();
  }
}
