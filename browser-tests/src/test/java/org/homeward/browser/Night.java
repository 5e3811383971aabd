package org.homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.Reports;
import org.homeward.local.client.Volunteer;
import org.homeward.local.node.Poll;

/** A night at the hotline, for those who look at its pages. Nobody in it exists. */
final class Night {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z.]+)}");
  private static final String TEXT =
      "He wears a red jacket. Do not approach him: call 116 000, day and night.";

  private final Hotline hotline;
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  Night(Hotline hotline) {
    this.hotline = hotline;
    earlier();
    opened("runaway", Children.RUNAWAY);
    sameGirl();
    opened("migrant", Children.MIGRANT);
    opened("exercise", Children.EXERCISE);
    String located = opened("located", Children.LOCATED);
    done(200, as("ana").located(located, ids.get("located.child"), key()));
    String ended = opened("ended", Children.ENDED);
    done(200, as("jelena").end(ended, ids.get("ended.child"), Children.FOUND, key()));
    opened("abducted", Reports.missingBoy("NS-417-NW", Instant.now()));
    released("abducted");
    released("migrant");
    files();
    // Mostly waits for mails; nothing of the others is about it.
    var alerts = CompletableFuture.runAsync(this::alerts);
    work();
    calls();
    tips();
    handover();
    afterTheFind();
    family();
    ids.putAll(NightOfCare.of(hotline));
    table();
    webhook();
    phone();
    alerts.join();
  }

  /** A path of the console; names in braces stand for ids of this night. */
  String path(String pattern) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            name -> {
              assertThat(ids).containsKey(name.group(1));
              return ids.get(name.group(1));
            });
  }

  private HotlineClient as(String login) {
    return hotline.as(login);
  }

  private static String key() {
    return HotlineClient.newKey();
  }

  private static Answer done(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  /** Again until it succeeds: what intake knows reaches the other services a moment later. */
  private static Answer soon(int status, Supplier<Answer> asked) {
    var last = new Answer[1];
    boolean isDone =
        Poll.until(
            Duration.ofMinutes(3),
            Duration.ofMillis(200),
            () -> {
              last[0] = asked.get();
              return last[0].status() == status;
            });
    assertThat(isDone).as("%s", last[0]).isTrue();
    return last[0];
  }

  private String opened(String name, String report) {
    Answer opened = done(201, as("ana").open(report, key()));
    ids.put(name, opened.text("case"));
    ids.put(name + ".report", opened.text("report"));
    ids.put(name + ".child", opened.json().path("children").path(0).asString(""));
    return ids.get(name);
  }

  private void released(String name) {
    String id = ids.get(name);
    String etag = as("ana").read(id).etag();
    done(200, as("ana").release(id, ids.get(name + ".report"), "pu", etag, key()));
  }

  /** She was missing before, and found. */
  private void earlier() {
    String before = opened("before", Children.RUNAWAY_BEFORE);
    done(200, as("jelena").end(before, ids.get("before.child"), Children.FOUND, key()));
  }

  private void sameGirl() {
    post(
        200,
        path("/api/v1/cases/{runaway}/children/{runaway.child}/links"),
        "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"CALLER_SAYS\"}"
            .formatted(ids.get("before"), ids.get("before.child")));
  }

  private void work() {
    String path = "/api/v1/cases/" + ids.get("runaway");
    post(
        200,
        path + "/call-backs",
        """
        {
          "whom": "the grandmother in Niš", "number": "+381 18 000 000",
          "mustNotLearn": "that the girl has called us", "due": "%s"
        }
        """
            .formatted(in(25)));
    post(
        200,
        path + "/actions",
        "{\"what\": \"Ask the school which friends she sits with\", \"due\": \"%s\"}"
            .formatted(in(120)));
    post(200, path + "/notes", "{\"text\": \"Her mother called again. She sounds calmer.\"}");
  }

  /** A photo that police have, and a court's paper. */
  private void files() {
    String boy = ids.get("abducted");
    HotlineClient ana = as("ana");
    String photo =
        done(201, ana.photo(boy, ids.get("abducted.child"), Face.jpeg(), key())).text("photo");
    String says =
        "{\"source\": \"FAMILY\", \"takenOn\": \"2026-04\", \"saidBy\": \"PARENT\", \"label\":"
            + " \"UNCHANGED\"}";
    done(200, ana.photo(boy, photo, "look", ""));
    done(200, ana.photo(boy, photo, "description", says));
    done(200, ana.photo(boy, photo, "release", ""));
    ids.put("photo", photo);
    String papers = "/api/v1/cases/" + boy + "/attachments";
    var sent =
        ana.to(papers)
            .header("Idempotency-Key", key())
            .header("Content-Type", "application/pdf")
            .POST(BodyPublishers.ofString(PaperBrowserTest.PDF.formatted("")));
    String paper = done(201, ana.send(sent.build())).text("attachment");
    done(200, ana.post(papers + "/" + paper + "/look", "", key(), "*"));
    String about =
        "{\"kind\": \"CUSTODY_DECISION\", \"title\": \"Viši sud u Nišu, P 12/26\", \"source\":"
            + " \"COURT\"}";
    done(200, ana.post(papers + "/" + paper + "/description", about, key(), "*"));
    ids.put("paper", paper);
  }

  private void calls() {
    call("+381 11 000 0001", "asks whether a job offer in Vienna is real", "JOB_OFFER_CHECK");
    call("+381 21 000 0002", "a boy laughs and hangs up", "PRANK");
    ids.put("call", call("+381 60 000 0003", "a neighbour has heard a child cry for hours", ""));
    Answer draft =
        post(
            201,
            "/api/v1/drafts",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"danger\": \"YES\", \"typed\": "
                + "{\"/says/reporter/phone\": \"+381 60 000 0005\"}}");
    ids.put("draft", draft.text("draft"));
  }

  private void tips() {
    tip("Two men carried a red bag into a van behind the market.", "");
    ids.put(
        "tip",
        tip(
            "A boy in a red jacket slept on a bench at the bus station. A man woke him and they"
                + " left in a grey car.",
            ", \"seenAt\": \"2026-05-30T16:40:00Z\", \"withinMinutes\": 60, \"place\": \"bus"
                + " station, Niš\", \"withinMetres\": 500, \"direction\": \"towards Skopje\","
                + " \"companion\": \"a man of about 40\", \"contact\": \"+381 60 000 0009\","
                + " \"reference\": \"RS-4F2A\", \"alertSeen\": \"AFTER_ALERT\""));
    String again = tip("He was at the station again today.", ", \"contact\": \"060 000 0009\"");
    onTheMap(
        ids.get("tip"), "{\"latitude\": 43.3163, \"longitude\": 21.8776, \"withinMetres\": 500}");
    onTheMap(again, "{\"latitude\": 43.3286, \"longitude\": 21.9030, \"withinMetres\": 2000}");
  }

  private void onTheMap(String tip, String point) {
    done(200, as("ana").post("/api/v1/tips/" + tip + "/locate", point, key(), "*"));
  }

  private String tip(String text, String more) {
    String tip =
        "{\"exercise\": false, \"channel\": \"PHONE\", \"text\": \"%s\"%s}".formatted(text, more);
    return post(201, "/api/v1/tips/taken", tip).text("tip");
  }

  private String call(String number, String note, String ended) {
    String ending = ended.isEmpty() ? "" : ", \"ended\": \"" + ended + "\"";
    String call =
        """
        {
          "exercise": false, "direction": "IN", "answered": true, "line": "116000",
          "number": "%s", "note": "%s"%s
        }
        """
            .formatted(number, note, ending);
    return post(201, "/api/v1/calls", call).text("call");
  }

  private Answer post(int status, String path, String body) {
    return done(status, as("ana").post(path, body, key(), ""));
  }

  private static String in(int minutes) {
    return Instant.now()
        .plus(Duration.ofMinutes(minutes))
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  /** One alert of each kind: it waits, it is returned, it is out, it is over. */
  private void alerts() {
    volunteer("mila@volunteers.example");
    volunteer("goran@volunteers.example");
    Instant until = Instant.now().plus(Duration.ofDays(30));
    String office = hotline.newAuthority("Odeljenje za nestala lica", "\"p-1004\"", until);
    ids.put("authority", office);
    done(200, as("ana").checkOrders(ids.get("abducted"), key()));
    String over = draft("abducted", office);
    approve(over);
    done(200, as("jelena").post(alert(over) + "/cancel", "", key(), ""));
    ids.put("over", over);
    String returned = draft("abducted", office);
    done(
        200,
        as("petar")
            .post(
                alert(returned) + "/return",
                "{\"hash\": \"%s\", \"reason\": \"UNCLEAR\", \"words\": \"Which station?\"}"
                    .formatted(hash(returned)),
                key(),
                ""));
    ids.put("returned", returned);
    String live = draft("abducted", office);
    approve(live);
    ids.put("live", live);
    ids.put("waiting", draft("migrant", office));
    ids.put("planned", drafted(open("abducted", office)));
    String open = drafted(open("abducted", office));
    approve(open);
    ids.put("open", open);
    ids.put("notice", new AlertDesk(as("jelena")).read(open).text("code"));
  }

  private void volunteer(String address) {
    var volunteer = new Volunteer(hotline, address);
    done(202, volunteer.ask("sr"));
    assertThat(
            Poll.until(
                Duration.ofMinutes(3), Duration.ofMillis(100), () -> !volunteer.mails().isEmpty()))
        .isTrue();
    done(200, volunteer.press(Volunteer.confirmation(volunteer.mails().getFirst())));
  }

  private String draft(String about, String office) {
    return drafted(AlertDesk.volunteerAlert(ids.get(about), "RS", office, TEXT, until()));
  }

  private String open(String about, String office) {
    return AlertDesk.publicAlert(ids.get(about), "RS", office, TEXT, until());
  }

  private static Instant until() {
    return Instant.now().plus(Duration.ofHours(12)).truncatedTo(ChronoUnit.SECONDS);
  }

  private String drafted(String alert) {
    return soon(201, () -> new AlertDesk(as("jelena")).draft(alert, key())).text("alert");
  }

  private void approve(String id) {
    soon(200, () -> new AlertDesk(as("petar")).approve(id, hash(id), key()));
  }

  private String hash(String id) {
    return done(200, new AlertDesk(as("petar")).preview(id)).etag().replace("\"", "");
  }

  private static String alert(String id) {
    return "/api/v1/alerts/" + id;
  }

  private void handover() {
    var gordana = new PartnerDesk(as("gordana"));
    Answer offered = soon(201, () -> gordana.offer(ids.get("abducted"), "gr", key()));
    ids.put("handover", offered.text("handover"));
  }

  /**
   * Police met the girl who was found; she is asked to an interview, and somebody looks after her.
   */
  private void afterTheFind() {
    String child = path("/api/v1/cases/{ended}/children/{ended.child}");
    post(
        200,
        child + "/safety",
        """
        {
          "finding": "SAFE", "who": "POLICE", "how": "SPOKE", "claimantAbsent": true,
          "at": "%s", "reference": "KU-201/26"
        }
        """
            .formatted(in(0)));
    Answer offered =
        post(
            201,
            child + "/interviews",
            "{\"office\": \"HOTLINE\", \"person\": \"p-1007\", \"due\": \"%s\"}"
                .formatted(in(600)));
    ids.put("interview", offered.text("interview"));
    post(
        200,
        path("/api/v1/cases/{ended}/aftercare"),
        "{\"what\": \"Call her aunt, with whom she stays\", \"due\": \"%s\"}".formatted(in(2880)));
  }

  /** The mother of the girl who ran away was called; nobody has said yet what became of it. */
  private void family() {
    String contacts = path("/api/v1/cases/{runaway}/family/contacts");
    String next = "\"next\": {\"due\": \"" + in(90) + "\"}";
    String mother =
        """
        {
          "name": "Milica Vrabac", "number": "+381600000101", "relation": "PARENT",
          "language": "sr-Latn", "report": "%s",
          "mustNotLearn": "that the grandmother in Niš speaks with us too", %s
        }
        """;
    String contact =
        post(201, contacts, mother.formatted(ids.get("runaway.report"), next)).text("contact");
    ids.put("contact", contact);
    post(
        201,
        contacts + "/" + contact + "/updates",
        """
        {
          "sentence": "NOTHING_NEW", "name": "Milica Vrabac", "number": "+381600000101", %s
        }
        """
            .formatted(next));
  }

  /** Of another hotline; one of its rows breaks a rule. */
  private void table() {
    String rows =
        """
        ref,full_name,dob,last_seen_place
        1201,Nevena Slavujević,2013-04-02,Pirot
        1202,Bogdan Čvorak,31.02.2012,Vranje
        """;
    HotlineClient jelena = as("jelena");
    var sent =
        jelena
            .to("/api/v1/imports?exercise=false&source=kamp-presevo")
            .header("Idempotency-Key", key())
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(rows));
    ids.put("import", done(201, jelena.send(sent.build())).text("import"));
  }

  /** It waits for the second person. */
  private void webhook() {
    String system =
        """
        {
          "name": "Radio Niš", "url": "https://radio.example/homeward", "country": "RS",
          "regions": ["RS-20"], "language": "sr", "audience": "VOLUNTEER", "exercise": false
        }
        """;
    Answer made = done(201, as("nikola").post("/api/v1/webhooks", system, key(), ""));
    ids.put("webhook", made.text("id"));
  }

  /** It waits for the second person, too. */
  private void phone() {
    String of =
        """
        {
          "name": "Gorska služba spasavanja", "number": "+381 64 000 0101", "country": "RS",
          "regions": ["RS-20"], "language": "sr", "audience": "VOLUNTEER", "exercise": false
        }
        """;
    ids.put("phone", done(201, as("nikola").post("/api/v1/phones", of, key(), "")).text("id"));
  }
}
