package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.Reports;
import org.homeward.local.client.Volunteer;
import org.homeward.local.node.Neighbours;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name that is written into every entry stands nowhere that somebody else looks at. */
@ExtendWith(SharedNodes.class)
class PlantedWordsIT {
  private static final String WORD = "Zvezdomirka";
  private static final String CYRILLIC = "Звездомирка";
  private static final String NOWHERE = "11111111-1111-4111-8111-111111111111";
  private static final List<String> HEADERS =
      List.of(
          "User-Agent",
          "X-Request-Id",
          "traceparent",
          "tracestate",
          "baggage",
          "Referer",
          "Cookie",
          "Accept-Language",
          "X-Forwarded-For",
          "If-None-Match",
          "Last-Event-ID",
          "Range",
          "Accept",
          WORD);

  private final Hotline hotline;
  private final Hotline abroad;
  private final Neighbours nodes;
  private final Http http = new Http(); // what is sent here need not be as documented
  private final Http pages = new Http(); // a form gives back what was typed

  PlantedWordsIT(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    this.abroad = new Hotline(nodes.gr().plan(), hotline.http());
    this.nodes = nodes;
  }

  @Proves(8)
  @Test
  void aNameInEveryEntryIsInNoLogNumberHealthHeaderKeyOrProblem() {
    byReport();
    byHeaders();
    byPaths();
    byAlertAndSubscription();
    byHandover();

    assertThat(http.problems()).hasSizeGreaterThan(50);
    assertThat(new LeakScan(hotline, abroad, http).found(WORD, CYRILLIC)).isEmpty();
  }

  private void byReport() {
    String good = Reports.marked(WORD);
    for (String body :
        List.of(
            good,
            good.replace("PHONE", WORD),
            good.replace("\"vehicle\"", "\"" + WORD + "\": \"" + CYRILLIC + "\", \"vehicle\""),
            good.replace("MEDIUM", CYRILLIC),
            good + WORD,
            "{\"" + WORD,
            "{\"channel\": \"" + CYRILLIC)) {
      send(json("ana", "/api/v1/reports", body));
    }
    send(json("ana", "/api/v1/reports", good).setHeader("Content-Type", "text/" + WORD));
    byDraft();
    byCall();
    byTip();
    byAssessment();
    byEnding();
    byFamily();
    byShift();
    byImport();
    byUpload();
    byLink();
    byCareFile();
    byProvider();
    byOrders();
    byKind();
    String key = WORD + HotlineClient.newKey();
    send(json("ana", "/api/v1/reports", "{}").setHeader("Idempotency-Key", key));
  }

  private void byDraft() {
    String draft = "{\"exercise\": false, \"channel\": \"PHONE\", \"typed\": {\"%s\": \"%s\"}}";
    for (String place : List.of("/says/notes/text", "/says/childWords/text", "/" + WORD, WORD)) {
      send(json("ana", "/api/v1/drafts", draft.formatted(place, WORD + CYRILLIC)));
    }
    send(json("ana", "/api/v1/drafts/" + WORD + "/discard", WORD));
  }

  private void byCall() {
    String call =
        "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true, \"%s\": \"%s\"}";
    for (String field : List.of("note", "number", "line", "ended", "at", WORD)) {
      send(json("ana", "/api/v1/calls", call.formatted(field, WORD + CYRILLIC)));
    }
    Answer logged = send(json("ana", "/api/v1/calls", call.formatted("note", WORD)));
    String offer = "/api/v1/calls/" + logged.text("call") + "/job-offer";
    String said =
        "{\"employer\": \"%1$s\", \"contract\": \"%1$s\", \"intermediaries\": \"%1$s\","
            + " \"advised\": \"%1$s\", \"destination\": \"%2$s\"}";
    for (String country : List.of("DE", WORD)) {
      String body = said.formatted(WORD + CYRILLIC, country);
      send(json("ana", offer, body).header("If-Match", "*"));
      send(json("ana", offer, body.replace("employer", WORD)).header("If-Match", "*"));
    }
    String checked = "{\"checked\": [{\"question\": \"" + WORD + "\", \"answer\": \"NO\"}]}";
    send(json("ana", offer, checked).header("If-Match", "*"));
    send(json("ana", "/api/v1/calls/" + WORD + "/tie", "{\"case\": \"" + WORD + "\"}"));
    for (String work : List.of("notes", "actions", "call-backs", "work/" + WORD + "/done")) {
      send(json("ana", "/api/v1/cases/" + WORD + "/" + work, "{\"text\": \"" + WORD + "\"}"));
    }
  }

  /** Of strangers and of a caller, good and bad, by the API and by the form. */
  private void byTip() {
    String tip = "{\"text\": \"%1$s\", \"%2$s\": \"%1$s\"}";
    for (String field :
        List.of("place", "direction", "companion", "contact", "reference", "seenAt", WORD)) {
      send(json("", "/api/v1/tips", tip.formatted(WORD + CYRILLIC, field)));
    }
    String taken =
        "{\"exercise\": false, \"channel\": \"PHONE\", \"text\": \"%1$s\", \"contact\": \"%1$s\"}";
    send(json("ana", "/api/v1/tips/taken", taken.formatted(WORD + CYRILLIC)));
    for (String what : List.of("grade", "tie", "no-use", "report", "erase")) {
      send(json("ana", "/api/v1/tips/" + WORD + "/" + what, "{\"reason\": \"" + WORD + "\"}"));
    }
    String form = "key=" + HotlineClient.newKey() + "&text=" + WORD + "&day=" + WORD;
    for (String sent : List.of(form, form.replace("&day=" + WORD, "&place=" + WORD))) {
      pages.send(
          open("/tip")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(sent))
              .build());
    }
  }

  private void byAssessment() {
    Answer opened = hotline.as("ana").open(Reports.marked(WORD), HotlineClient.newKey());
    String of = "/api/v1/cases/" + opened.text("case") + "/assessments";
    String note = "[{\"question\": \"HARMED\", \"answer\": \"YES\", \"note\": \"%s\"}]";
    String body =
        "{\"after\": 0, \"level\": \"LOW\", \"category\": \"UNDETERMINED\", \"reason\": \"%s\","
            + " \"answers\": %s}";
    String good = body.formatted(WORD, note.formatted(WORD + CYRILLIC));
    for (String sent :
        List.of(good, good, good.replace("HARMED", WORD), good.replace("LOW", CYRILLIC))) {
      send(json("ana", of, sent));
    }
    send(json("ana", "/api/v1/risk/proposals", "{\"answers\": [\"" + WORD + "\"]}"));
  }

  private void byEnding() {
    Answer opened = hotline.as("ana").open(Reports.marked(WORD), HotlineClient.newKey());
    String of = "/api/v1/cases/" + opened.text("case");
    String child = of + "/children/" + opened.json().path("children").path(0).asString("");
    String met = "\"who\": \"POLICE\", \"how\": \"SAW\", \"claimantAbsent\": true";
    for (String note : List.of(WORD, CYRILLIC)) {
      String word =
          "{\"finding\": \"SAFE\", %s, \"at\": \""
              + Instant.now().truncatedTo(ChronoUnit.MILLIS)
              + "\", \"reference\": \"%s\","
              + " \"note\": \"%s\"}";
      send(json("ana", child + "/safety", word.formatted(met, note, note)));
      send(json("ana", child + "/safety", word.formatted(met, note, note).replace("SAFE", WORD)));
      String reason = "{\"report\": \"%s\", \"reason\": \"%s\"}";
      String tell = "{\"report\": \"%s\", \"ground\": \"%s\", \"reason\": \"%s\"}";
      String report = opened.text("report");
      send(json("jelena", child + "/whereabouts", tell.formatted(report, note, note)));
      send(json("ana", child + "/whereabouts/withdraw", reason.formatted(note, note)));
      send(json("ana", of + "/close", "{\"note\": \"" + note + "\"}"));
      send(
          json(
              "ana",
              of + "/aftercare",
              "{\"what\": \"" + note + "\", \"due\": \"2099-01-01T00:00:00Z\"}"));
      send(
          json(
              "ana",
              child + "/interviews",
              "{\"office\": \"SCHOOL\", \"name\": \"" + note + "\"}"));
      send(json("ana", child + "/missing-again", "{\"channel\": \"" + note + "\"}"));
    }
  }

  private void byFamily() {
    Answer opened = hotline.as("ana").open(Reports.marked(WORD), HotlineClient.newKey());
    String family = "/api/v1/cases/" + opened.text("case") + "/family/contacts";
    String contact =
        "{\"name\": \"%1$s\", \"number\": \"+381641234567\", \"relation\": \"PARENT\","
            + " \"language\": \"en\", \"mustNotLearn\": \"%1$s\"}";
    Answer made = send(json("jelena", family, contact.formatted(WORD)));
    send(json("ana", family, contact.formatted(WORD).replace("PARENT", WORD)));
    send(json("ana", family, contact.formatted(WORD).replace("+381641234567", CYRILLIC)));
    String of = family + "/" + made.text("contact");
    String tell = "{\"sentence\": \"%s\", \"name\": \"%s\", \"number\": \"%s\"}";
    for (String said : List.of(WORD, CYRILLIC, "+381641234567")) {
      send(json("ana", of + "/updates", tell.formatted("CALL_US", WORD, said)));
      send(json("ana", of + "/updates", tell.formatted("CALL_US", said, "+381641234567")));
      send(json("ana", of + "/updates", tell.formatted(said, WORD, "+381641234567")));
    }
    send(json("ana", of + "/attempts", "{\"how\": \"" + WORD + "\"}"));
    send(json("ana", of + "/must-not-learn", "{\"text\": \"" + CYRILLIC + "\"}"));
    send(json("ana", of + "/next", "{\"due\": \"" + WORD + "\", \"owner\": \"" + WORD + "\"}"));
    send(json("jelena", of + "/number", "{\"number\": \"112\", \"reason\": \"" + WORD + "\"}"));
    send(json("ana", of + "/updates/" + WORD + "/outcome", "{\"how\": \"" + WORD + "\"}"));
    send(json("ana", of + "/end", "{\"reason\": \"" + WORD + "\"}"));
  }

  private void byShift() {
    for (String body :
        List.of(
            "{\"words\": \"%s\"}",
            "{\"lines\": [{\"case\": \"%s\", \"text\": \"x\"}]}",
            "{\"acceptBy\": \"%s\"}",
            "{\"%s\": 1}")) {
      send(json("ana", "/api/v1/shifts", body.formatted(WORD + CYRILLIC)));
    }
    send(json("ana", "/api/v1/shifts/" + WORD + "/accept", WORD));
    String text = "{\"text\": \"" + WORD + "\"}";
    for (String script : List.of(WORD, "SILENT_CALL.el")) {
      send(json("ana", "/api/v1/scripts/" + script + "/propose", text).header("If-Match", "*"));
    }
    String card =
        "{\"entries\": [{\"duty\": \"POLICE\", \"name\": \"%1$s\", \"phone\": \"%1$s\"}]}";
    send(
        json("nikola", "/api/v1/on-call", card.formatted(WORD))
            .header("If-Match", "*")
            .method("PUT", BodyPublishers.ofString(card.formatted(WORD))));
  }

  private void byImport() {
    String imports = "/api/v1/imports?exercise=true&source=";
    for (String table :
        List.of(
            "ref,full_name\n%1$s,%1$s\n",
            "ref,dob,phone\n1,%1$s,%1$s\n", "%1$s\n1\n", "ref,full_name\n,%1$s\n")) {
      send(file(imports + "trial", "text/csv", table.formatted(WORD + CYRILLIC)));
    }
    send(file(imports + WORD, "text/csv", "ref\n1\n"));
    String record =
        "<pfif xmlns='http://zesty.ca/pfif/1.4'><person><person_record_id>x/%1$s"
            + "</person_record_id><full_name>%1$s</full_name><%1$s/></person></pfif>";
    send(file(imports, "application/xml", record.formatted(WORD)));
    send(file(imports, "application/xml", "<!DOCTYPE " + WORD + " SYSTEM '" + WORD + "'><a/>"));
  }

  private HttpRequest.Builder file(String path, String type, String body) {
    return by("jelena", path)
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body));
  }

  private void byLink() {
    Answer opened = hotline.as("ana").open(Reports.marked(WORD), HotlineClient.newKey());
    String child =
        "/api/v1/cases/%s/children/%s"
            .formatted(opened.text("case"), opened.json().at("/children/0").asString());
    for (String body :
        List.of(
            "{\"case\": \"%1$s\", \"child\": \"%1$s\", \"reason\": \"%1$s\"}",
            "{\"case\": \"%2$s\", \"child\": \"%2$s\", \"reason\": \"COMPARED\"}",
            "{\"%1$s\": 1}")) {
      String with = body.formatted(WORD, NOWHERE);
      send(json("ana", child + "/links", with));
      send(json("ana", child + "/links/" + WORD + "/undo", with).header("If-Match", "*"));
    }
    send(hotline.as("ana").to(child + WORD).GET());
  }

  private void byCareFile() {
    String of = "/api/v1/care-files";
    String about = "\"age\": \"ADULT\", \"name\": \"%1$s\", \"contact\": \"%1$s\"";
    String body = ("{\"exercise\": false, \"about\": {" + about + "}}").formatted(WORD + CYRILLIC);
    String file = of + "/" + http.send(json("mina", of, body).build()).text("careFile");
    send(json("mina", of, body.replace("ADULT", WORD)));
    for (String sent :
        List.of(
            "about {" + about + "}",
            "access {\"members\": [\"%1$s\"]}",
            "screenings {\"finding\": \"POSSIBLE_VICTIM\", \"reason\": \"%1$s\"}",
            "screenings {\"finding\": \"%1$s\", \"answers\": [{\"indicator\": \"%1$s\"}]}",
            "consents {\"to\": [\"%1$s\"], \"how\": \"SPOKEN\"}",
            "passed-on {\"to\": \"POLICE\", \"name\": \"%1$s\", \"what\": \"%1$s\","
                + " \"ground\": \"IMMINENT_DANGER\", \"reason\": \"%1$s\"}",
            "links {\"case\": \"%1$s\"}")) {
      String[] parts = sent.formatted(WORD).split(" ", 2);
      send(json("mina", file + "/" + parts[0], parts[1]).header("If-Match", "*"));
    }
    String glass = "{\"code\": \"OTHER\", \"words\": \"%s\"}";
    send(json("jelena", file + "/break-glass", glass.formatted(WORD)));
    send(json("jelena", file + "/break-glass", glass.formatted(WORD).replace("OTHER", WORD)));
    send(by("jelena", file).GET());
    send(by("ana", of + "/" + WORD).GET());
  }

  private void byProvider() {
    String all = "/api/v1/providers";
    String body =
        """
        {"name": "%1$s", "services": ["ACCOMMODATION"], "phone": "+381112345678", "hours": "%1$s",
         "address": "%1$s"}"""
            .formatted(WORD + CYRILLIC);
    String id = http.send(json("jelena", all, body).build()).text("provider");
    send(json("jelena", all, body.replace("ACCOMMODATION", WORD)));
    send(json("jelena", all + "/" + id, body).header("If-Match", "*"));
    send(by("mina", all + "/" + id + "/address").GET());
    send(by("ana", all + "?service=" + WORD).GET());
    send(by("ana", all + "/" + WORD).GET());
    String about = "{\"exercise\": false, \"about\": {\"age\": \"CHILD\", \"name\": \"x\"}}";
    String files = "/api/v1/care-files/";
    String file =
        files + http.send(json("mina", "/api/v1/care-files", about).build()).text("careFile");
    String draft = "{\"provider\": \"%s\", \"service\": \"ACCOMMODATION\", \"words\": \"%s\"}";
    String referral =
        http.send(json("mina", file + "/referrals", draft.formatted(id, WORD)).build())
            .text("referral");
    send(json("mina", file + "/referrals", draft.formatted(WORD, WORD)));
    String at = file + "/referrals/" + referral;
    for (String step : List.of("CONSENT", "REVOKE", "REJECT", WORD)) {
      String said = "{\"step\": \"%s\", \"ground\": \"%s\", \"note\": \"%s\"}";
      send(
          json("mina", at + "/steps", said.formatted(step, "IMMINENT_DANGER", WORD))
              .header("If-Match", "*"));
      send(json("mina", at + "/steps", said.formatted(step, WORD, WORD)).header("If-Match", "*"));
    }
    String support = file + "/support";
    String need = "{\"whom\": \"%s\", \"service\": \"TRANSPORT\", \"note\": \"%s\"}";
    send(json("mina", support + "/needs", need.formatted("CHILD", WORD)));
    send(json("mina", support + "/needs", need.formatted(WORD, WORD)));
    send(json("mina", support + "/needs/" + WORD + "/words", "{\"from\": \"" + WORD + "\"}"));
    String plan = "{\"goals\": \"%s\", \"reviewBy\": \"%s\"}";
    send(json("mina", support + "/plan", plan.formatted(WORD, "2026-12-24T10:00:00Z")));
    send(json("mina", support + "/plan", plan.formatted(WORD, WORD)));
    send(by("mina", "/api/v1/referrals?of=" + WORD).GET());
  }

  private void byOrders() {
    Answer opened = hotline.as("ana").open(Reports.marked(WORD), HotlineClient.newKey());
    String path = "/api/v1/cases/" + opened.text("case") + "/orders-checked";
    String all =
        "{\"finding\": \"%2$s\", \"reference\": \"%1$s\", \"officer\": \"%1$s\","
            + " \"orders\": \"%1$s\", \"note\": \"%1$s\"}";
    for (String finding : List.of("FOUND", "NONE_FOUND", "MISTAKEN", WORD)) {
      send(json("ana", path, all.formatted(WORD + CYRILLIC, finding)));
    }
  }

  private void byKind() {
    String atRisk = Reports.marked(WORD).replaceFirst("\\{", "{\"kind\": \"AT_RISK\", ");
    Answer opened = hotline.as("ana").open(atRisk, HotlineClient.newKey());
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    send(json("ana", "/api/v1/reports", atRisk.replace("AT_RISK", WORD)));
    String path = "/api/v1/cases/" + opened.text("case");
    for (String to : List.of(path + "/at-risk/renew", path + "/missing", path + "/missing")) {
      send(json("ana", to, "{\"reason\": \"" + WORD + CYRILLIC + "\"}"));
      send(json("ana", to, "{\"" + WORD + "\": \"" + CYRILLIC + "\"}"));
    }
    send(by("ana", "/api/v1/cases?kind=" + WORD));
  }

  /** The word stands in the file, in its type and in all that is said of it. */
  private void byUpload() {
    Answer opened = hotline.as("ana").open(Reports.marked(WORD), HotlineClient.newKey());
    String path = "/api/v1/cases/" + opened.text("case");
    String child = opened.json().at("/children/0").asString();
    byte[] pdf = ("%PDF-1.7 " + WORD + " %%EOF").getBytes(UTF_8);
    for (String to :
        List.of(
            path + "/children/" + child + "/photos",
            path + "/children/" + WORD + "/photos",
            path + "/attachments",
            path + "/attachments?audience=" + WORD)) {
      for (byte[] file : List.of(WORD.getBytes(UTF_8), PlantedPicture.of(WORD), pdf)) {
        for (String type : List.of("image/jpeg", "application/pdf", "image/" + WORD, WORD)) {
          send(
              json("ana", to, "")
                  .setHeader("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(file)));
        }
      }
    }
    for (String upload : List.of(path + "/photos/" + WORD, path + "/attachments/" + WORD)) {
      send(by("ana", upload + "/" + WORD));
      for (String what :
          List.of("look", "description", "public", "public/confirm", "hand-over", WORD)) {
        send(json("ana", upload + "/" + what, "{\"" + WORD + "\": \"" + CYRILLIC + "\"}"));
      }
    }
  }

  private void byHeaders() {
    for (String header : HEADERS) {
      send(by("ana", "/api/v1/cases?limit=1").header(header, WORD + "=1"));
      send(open("/api/v1/feeds/police").header(header, WORD));
    }
    send(open("/api/v1/cases").header("Authorization", "Bearer " + WORD));
    send(open("/api/v1/cases").header("Authorization", WORD));
    send(open("/api/v1/feeds/police").header("Authorization", "Basic " + WORD));
  }

  private void byPaths() {
    for (String path :
        List.of(
            "/" + WORD,
            "/api/v1/cases/" + WORD,
            "/api/v1/cases?after=" + WORD + "&" + WORD + "=1",
            "/api/v1/cases/x;" + WORD + "=1",
            "/api/v1/handovers/" + WORD,
            "/api/v1/partners/" + WORD,
            "/api/v1/alerts/" + WORD + "/destinations?state=" + WORD,
            "/api/v1/subscriptions/confirm/" + WORD,
            "/api/v1/feeds/police?after=" + WORD,
            "/actuator/" + WORD,
            "/actuator/health/" + WORD)) {
      send(by("ana", path));
      send(open(path));
      send(open(path).method(WORD.toUpperCase(Locale.ROOT), BodyPublishers.noBody()));
    }
  }

  private void byAlertAndSubscription() {
    new Volunteer(hotline, WORD + "@box.example").ask("en");
    send(json("", "/api/v1/subscriptions", "{\"email\": \"" + WORD + "\"}"));
    send(json("", "/api/v1/subscriptions", "{\"" + WORD + "\": \"" + CYRILLIC + "\"}"));
    var until = Clock.systemUTC().instant().plus(Duration.ofHours(2));
    String alert = AlertDesk.volunteerAlert(NOWHERE, WORD, WORD, CYRILLIC, until);
    send(json("jelena", "/api/v1/alerts", alert));
    send(json("jelena", "/api/v1/stops", "{\"scope\": \"" + WORD + "\"}"));
    hotline.newAuthority(WORD, "\"p-1004\"", until);
    hotline.registerDesk(WORD, false);
  }

  private void byHandover() {
    String desk = hotline.newDesk("planted", false).id();
    HotlineClient ana = hotline.as("ana");
    Answer opened = ana.open(Reports.marked(WORD), HotlineClient.newKey());
    ana.release(
        opened.text("case"), opened.text("report"), desk, opened.etag(), HotlineClient.newKey());
    var targets = new HandoverTargets(hotline, abroad, opened.text("case"));
    String seen =
        """
        {"lastSeen": {"at": "%s", "uncertaintyMinutes": 60, "zone": "Europe/Athens",
          "place": {"country": "GR", "locality": "%s", "text": "%s"}}}
        """
            .formatted(
                Clock.systemUTC().instant().minusSeconds(1800).truncatedTo(ChronoUnit.SECONDS),
                WORD,
                WORD);
    new PartnerDesk(abroad.as("nikos")).vitalInterest(targets.offered, WORD);
    assertThat(targets.eleni.sighting(targets.offered, seen).status()).isBetween(200, 299);
    targets.eleni.sighting(targets.offered, "{\"" + WORD + "\": \"" + CYRILLIC + "\"}");
    new PartnerDesk(hotline.as("gordana")).vitalInterest(targets.offered, WORD);
    send(
        open("/bridge/v1/messages")
            .header("Content-Type", "application/jose")
            .POST(BodyPublishers.ofString(WORD + "." + WORD + "." + WORD + "." + WORD + ".x")));
    String recall = "/api/v1/handovers/" + targets.offered + "/recall";
    send(json("gordana", recall, "{\"reason\": \"" + WORD + "\"}"));
  }

  /** By nobody when there is no login. */
  private HttpRequest.Builder json(String login, String path, String body) {
    return (login.isEmpty() ? open(path) : by(login, path))
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder by(String login, String path) {
    return hotline.as(login).to(path);
  }

  private HttpRequest.Builder open(String path) {
    return Http.to(nodes.rs().plan().door().resolve(path));
  }

  private Answer send(HttpRequest.Builder request) {
    return http.send(request.build());
  }
}
