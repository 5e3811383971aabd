package org.homeward.trials.soak.look;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.local.node.NodePlan;
import org.homeward.trials.soak.check.EndState.AlertEnd;
import org.homeward.trials.soak.check.EndState.CareEnd;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.CopyEnd;
import org.homeward.trials.soak.check.EndState.HandoverEnd;
import org.homeward.trials.soak.check.EndState.NoticeEnd;
import org.homeward.trials.soak.check.EndState.TipEnd;
import org.homeward.trials.soak.check.EndState.UploadEnd;
import org.homeward.trials.soak.load.SoakReports;

/** The documents of one node; never writes. */
final class StoreLook implements AutoCloseable {
  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final List<String> GUARDED =
      List.of(
          "cases",
          "case-copies",
          "police-notices",
          "alerts",
          "slices",
          "stops",
          "subscriptions",
          "erasures",
          "handovers",
          "photos",
          "tips",
          "care-files",
          "supports",
          "referrals",
          "interviews");
  private static final Pattern PLATE = Pattern.compile("plate (\\S+)$");
  private static final Set<String> OVER =
      Set.of("ENDED", "RECALLED", "REVOKED", "CLOSED", "REJECTED");

  private final String node;
  private final Path data;
  private final MongoClient client;
  private final Map<String, ChainLook> chains = new HashMap<>();
  private final Set<String> clean = new HashSet<>();

  StoreLook(NodePlan node) {
    this.node = node.name();
    this.data = node.data();
    String address = node.storeAddress();
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
  }

  /** Logs are read again from their beginning. */
  void restored() {
    chains.clear();
    clean.clear();
  }

  /** How many documents hold a change that is not published. */
  long pending() {
    return count(exists("publishAt"));
  }

  /** How many documents have a pending change that no sweep will find. */
  long forgotten() {
    return count(and(exists("publishAt", false), exists("changes"), ne("changes", List.of())));
  }

  /** How many alarms have been overdue since this time. */
  long overdue(Instant since) {
    return count(lt("wakeAt", Date.from(since)));
  }

  private long count(Bson which) {
    long all = 0;
    for (String service : SERVICES) {
      MongoDatabase database = database(service);
      for (String name : GUARDED) {
        all += database.getCollection(name).countDocuments(which);
      }
    }
    return all;
  }

  List<CaseEnd> cases() {
    List<CaseEnd> cases = new ArrayList<>();
    for (Document stored : states("intake", "cases")) {
      Document state = stored.get("state", Document.class);
      String id = stored.getString("_id");
      boolean erased = "ERASED".equals(state.getString("kept"));
      cases.add(
          new CaseEnd(
              id,
              state.getString("home"),
              plate(state),
              state.getBoolean("exercise", false),
              isReleased(state),
              "ENDED".equals(state.getString("standing")),
              state.get("freeze") != null || "FROZEN".equals(state.getString("standing")),
              erased,
              erased && !node.equals(state.getString("home")) ? leftovers(id) : List.of()));
    }
    return cases;
  }

  List<UploadEnd> uploads() {
    List<UploadEnd> uploads = new ArrayList<>();
    for (Document stored : states("intake", "photos")) {
      Document state = stored.get("state", Document.class);
      String id = stored.getString("_id");
      uploads.add(
          new UploadEnd(
              id, state.getString("caseId"), "GONE".equals(state.getString("kept")), hasBytes(id)));
    }
    return uploads;
  }

  /** Under its name, or beside it: as it came, and as nobody has looked at it. */
  private boolean hasBytes(String photo) {
    Path photos = data.resolve("photos").resolve("intake");
    return Stream.of("", "-original", "-veiled")
        .anyMatch(apart -> Files.exists(photos.resolve(photo + apart)));
  }

  List<TipEnd> tips() {
    List<TipEnd> tips = new ArrayList<>();
    for (Document stored : states("intake", "tips")) {
      Document state = stored.get("state", Document.class);
      String text = state.get("words", new Document("text", "")).getString("text");
      Matcher plate = PLATE.matcher(text);
      String caseId = state.getString("caseId");
      tips.add(
          new TipEnd(
              stored.getString("_id"),
              caseId == null ? "" : caseId,
              plate.find() ? plate.group(1) : "",
              "GONE".equals(state.getString("kept")),
              state.get("picture") == null || hasBytes(stored.getString("_id"))));
    }
    return tips;
  }

  List<CareEnd> care() {
    Map<String, String> plates = new HashMap<>();
    cases().forEach(each -> plates.put(each.id(), each.plate()));
    return CareLook.in(database("intake"), plates);
  }

  Map<String, CopyEnd> copies(String service) {
    Map<String, CopyEnd> copies = new HashMap<>();
    for (Document stored : states(service, "case-copies")) {
      Document state = stored.get("state", Document.class);
      Document snapshot = state.get("snapshot", new Document());
      Document from = stored.get("from", new Document("version", 0L));
      copies.put(
          stored.getString("_id"),
          new CopyEnd(
              from.get("version", Number.class).longValue(),
              "ERASED".equals(state.getString("kept")),
              "ENDED".equals(snapshot.getString("status")),
              snapshot.getBoolean("frozen", false)));
    }
    return copies;
  }

  List<NoticeEnd> notices() {
    List<NoticeEnd> notices = new ArrayList<>();
    for (Document stored : states("alert", "police-notices")) {
      Document state = stored.get("state", Document.class);
      String subject = stored.get("from", new Document("subject", "")).getString("subject");
      String desk = state.getString("desk");
      notices.add(
          new NoticeEnd(
              stored.getString("_id"),
              subject.substring(subject.indexOf('/') + 1),
              desk == null ? "" : desk,
              state.getBoolean("exercise", false)));
    }
    return notices;
  }

  Map<String, AlertEnd> alerts() {
    Map<String, AlertEnd> alerts = new HashMap<>();
    for (Document stored : states("alert", "alerts")) {
      Document state = stored.get("state", Document.class);
      Document issue = state.get("issue", state);
      Document order = issue.get("order", new Document());
      alerts.put(
          stored.getString("_id"),
          new AlertEnd(
              stored.getString("_id"),
              String.valueOf(state.getString("caseId")),
              String.valueOf(order.getString("author")),
              order.getString("approver") == null ? "" : order.getString("approver"),
              "OVER".equals(state.getString("status")),
              order.get("watermark", Number.class) == null
                  ? 0
                  : order.get("watermark", Number.class).intValue()));
    }
    return alerts;
  }

  Map<String, HandoverEnd> handovers() {
    Map<String, HandoverEnd> handovers = new HashMap<>();
    for (Document stored : states("bridge", "handovers")) {
      Document state = stored.get("state", Document.class);
      String status = String.valueOf(state.getString("status"));
      Set<String> receipts =
          state.getList("receipts", Document.class, List.of()).stream()
              .map(line -> line.getString("code"))
              .collect(Collectors.toSet());
      handovers.put(
          stored.getString("_id"),
          new HandoverEnd(
              stored.getString("_id"),
              "OWNER".equals(state.getString("role")),
              String.valueOf(state.getString("caseId")),
              status,
              OVER.contains(status)
                  || state.getBoolean("frozen", false)
                  || state.get("recall") != null,
              state.getBoolean("braked", false),
              receipts));
    }
    return handovers;
  }

  /** The looks at cases that intake has recorded so far. */
  Map<String, Long> looks() {
    return chain("intake", "audit").looks();
  }

  /** Continues all chains; returns those that are broken. */
  List<String> brokenChains() {
    List<String> broken = new ArrayList<>();
    for (String name :
        List.of(
            "intake.audit",
            "alert.audit",
            "bridge.audit",
            "alert.notice-numbers",
            "alert.police-feed",
            "alert.subscription-numbers",
            "bridge.messages")) {
      int dot = name.indexOf('.');
      long at = chain(name.substring(0, dot), name.substring(dot + 1)).readOn();
      if (at >= 0) {
        broken.add("%s %s is broken at entry %d".formatted(node, name, at));
      }
    }
    return broken;
  }

  private ChainLook chain(String service, String log) {
    return chains.computeIfAbsent(
        service + "." + log,
        _ ->
            new ChainLook(
                database(service).getCollection(log), data.resolve("audit-" + service + ".keys")));
  }

  /** Returns the places that still contain words of a partner's erased case. */
  private List<String> leftovers(String caseId) {
    if (clean.contains(caseId)) {
      return List.of();
    }
    List<String> places = new ArrayList<>();
    for (String service : SERVICES) {
      for (String collection : List.of("cases", "case-copies", "police-notices", "handovers")) {
        MongoCollection<Document> of = database(service).getCollection(collection);
        var related =
            or(eq("_id", caseId), eq("from.subject", "case/" + caseId), eq("state.caseId", caseId));
        for (Document document : of.find(related)) {
          if (document.toJson().contains(SoakReports.NAME)) {
            places.add(service + " " + collection);
          }
        }
      }
    }
    if (places.isEmpty()) {
      clean.add(caseId);
    }
    return places;
  }

  private Iterable<Document> states(String service, String collection) {
    return database(service)
        .getCollection(collection)
        .find()
        .projection(Projections.include("version", "state", "from"));
  }

  private MongoDatabase database(String service) {
    return client.getDatabase(node + "_" + service);
  }

  private static String plate(Document state) {
    for (Document report : state.getList("reports", Document.class, List.of())) {
      Document says = report.get("report", new Document()).get("says", new Document());
      String plate = says.get("vehicle", new Document()).getString("plate");
      if (plate != null) {
        return plate;
      }
    }
    return "";
  }

  private static boolean isReleased(Document state) {
    return state.getList("reports", Document.class, List.of()).stream()
        .map(report -> report.get("report", new Document()))
        .map(report -> report.get("policeRelease", new Document()))
        .anyMatch(release -> "RELEASED".equals(release.getString("status")));
  }

  @Override
  public void close() {
    client.close();
  }
}
