package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Role;
import org.homeward.intake.trial.KeptFiles;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A case with a child, whose photos are sent, shown and fetched over HTTP. */
abstract class PhotosTrial {

  static final String WORDS =
      "{\"source\": \"FAMILY\", \"takenOn\": \"2026-04\", \"saidBy\": \"PARENT\","
          + " \"label\": \"UNCHANGED\"}";

  final TrialIntake intake = TrialIntake.get();
  final Person ana = intake.ana();
  final Person jelena = intake.jelena();
  private final HttpClient http = HttpClient.newHttpClient();

  String caseId;
  String path;
  String report;
  String child;

  @BeforeEach
  void open() {
    JsonNode opened =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
            .json();
    caseId = opened.path("case").asString();
    path = "/api/v1/cases/" + caseId;
    report = opened.path("report").asString();
    child = opened.path("children").path(0).asString();
  }

  HttpRequest.Builder request(String to, String login, Role role) {
    String token = intake.authorization(login, role).replace("Authorization: ", "");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + to))
        .header("Authorization", token);
  }

  HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> upload(byte[] picture, String key) {
    return send(
        request(path + "/children/" + child + "/photos", "ana", Role.OPERATOR)
            .header("Content-Type", "image/jpeg")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(picture))
            .build());
  }

  String uploaded() {
    return uploaded(Pictures.jpeg());
  }

  String uploaded(byte[] picture) {
    HttpResponse<byte[]> answer = upload(picture, UUID.randomUUID().toString());
    assertThat(answer.statusCode()).as(new String(answer.body(), ISO_8859_1)).isEqualTo(201);
    return Json.mapper().readTree(answer.body()).path("photo").asString();
  }

  HttpResponse<byte[]> picture(String photo, String size) {
    return send(
        request(path + "/photos/" + photo + "/" + size, "ana", Role.OPERATOR).GET().build());
  }

  JsonNode line(String photo) {
    return ana.get(path + "/photos")
        .json()
        .path("photos")
        .valueStream()
        .filter(each -> each.path("photo").asString().equals(photo))
        .findFirst()
        .orElseThrow();
  }

  void act(String photo, String what, String body) {
    var answer =
        ana.post(
            path + "/photos/" + photo + "/" + what,
            body,
            "If-Match: \"" + line(photo).path("version").asLong() + "\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  String released() {
    return released(Pictures.jpeg());
  }

  String released(byte[] picture) {
    return released(uploaded(picture), WORDS);
  }

  String released(String photo, String words) {
    jelena.post(
        path + "/reports/" + report + "/release",
        "{\"desk\": \"rs-novi-sad\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"asked for\"}",
        "If-Match: *");
    assertThat(ana.postNothing(path + "/photos/" + photo + "/look").status()).isEqualTo(200);
    act(photo, "description", words);
    var answer = ana.postNothing(path + "/photos/" + photo + "/release", "If-Match: *");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return photo;
  }

  List<Path> files(String photo) {
    return KeptFiles.named(intake, photo);
  }

  String events() {
    var all = new StringBuilder();
    intake.all("rs.cases").stream()
        .filter(record -> caseId.equals(record.key()))
        .forEach(record -> all.append(new String(record.value(), ISO_8859_1)));
    return all.toString();
  }

  JsonNode newestEvent() {
    var mine =
        intake.all("rs.cases").stream().filter(record -> caseId.equals(record.key())).toList();
    return Json.mapper().readTree(mine.getLast().value());
  }

  HttpResponse<byte[]> fetch(String photo, String part, String proof) {
    return send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + intake.port()
                        + "/internal/v1/photos/"
                        + photo
                        + "/"
                        + part))
            .header("Homeward-Node-Proof", proof)
            .GET()
            .build());
  }

  String proof(String photo, String part) {
    return intake.bean(DerivedIds.class).of("photo-reader", photo + "/" + part, 0);
  }
}
