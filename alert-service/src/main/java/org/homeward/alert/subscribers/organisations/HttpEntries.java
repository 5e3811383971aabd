package org.homeward.alert.subscribers.organisations;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.alert.registers.HttpConfirmation;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** The answers of a register of organisations, which are the same for every kind of entry. */
public final class HttpEntries<E extends OrganisationEntry> {

  private final Kind<E> kind;
  private final ListEntries<E> listEntries;
  private final ConfirmEntry<E> confirmEntry;

  public HttpEntries(Kind<E> kind, ListEntries<E> listEntries, ConfirmEntry<E> confirmEntry) {
    this.kind = kind;
    this.listEntries = listEntries;
    this.confirmEntry = confirmEntry;
  }

  /**
   * One kind of entries.
   *
   * @param path of all of them
   * @param over the refusal of one that has ended
   * @param rest adds what no other kind has
   */
  public record Kind<E>(String path, AlertProblem over, Rest<E> rest) {

    private String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /** What no other kind has, without secrets, sealed or not. */
  @FunctionalInterface
  public interface Rest<E> {
    void put(E entry, Map<String, Object> json);
  }

  /**
   * Those that every register has: an administrator registers, a supervisor confirms, either ends.
   */
  public static List<Permit> permits(String path) {
    String one = path + "/{id}";
    return List.of(
        Permit.of(HttpMethod.POST, path, Role.ADMIN),
        Permit.of(HttpMethod.GET, path, Role.SUPERVISOR, Role.DPO, Role.ADMIN),
        Permit.of(HttpMethod.GET, one, Role.SUPERVISOR, Role.DPO, Role.ADMIN),
        Permit.of(HttpMethod.POST, one + "/confirm", Role.SUPERVISOR),
        Permit.of(HttpMethod.POST, one + "/revoke", Role.SUPERVISOR, Role.ADMIN));
  }

  public Map<String, Object> list() {
    return Map.of(kind.name(), listEntries.all().stream().map(this::json).toList());
  }

  public ResponseEntity<Map<String, Object>> read(String id) {
    return done(listEntries.one(id).orElseThrow(FaceProblem.NOT_FOUND::exception));
  }

  public ResponseEntity<Map<String, Object>> confirm(
      String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version ->
            done(
                HttpConfirmation.of(
                    confirmEntry.confirm(id, version, Commands.of(command), caller.person()),
                    kind.over())));
  }

  public ResponseEntity<Map<String, Object>> created(Guarded<E> entry, Map<String, Object> shown) {
    return ResponseEntity.created(URI.create(kind.path() + "/" + entry.id()))
        .eTag(ETags.of(entry.version()))
        .body(shown);
  }

  public ResponseEntity<Map<String, Object>> done(Guarded<E> entry) {
    return done(entry, json(entry));
  }

  public ResponseEntity<Map<String, Object>> done(Guarded<E> entry, Map<String, Object> shown) {
    return ResponseEntity.ok().eTag(ETags.of(entry.version())).body(shown);
  }

  /** One that has not ended. */
  public <R> Guarded<E> goingOn(WriteOutcome.OfRequest<E, R> outcome) {
    Guarded<E> now = now(outcome);
    if (now.state().over() != null) {
      throw kind.over().exception();
    }
    return now;
  }

  /** One that is not erased, ended or not. */
  public <R> Guarded<E> now(WriteOutcome.OfRequest<E, R> outcome) {
    Guarded<E> entry =
        switch (outcome) {
          case WriteOutcome.Written(var now, var _) -> now;
          case WriteOutcome.Kept(var now, var _) -> now;
          case WriteOutcome.Repeated(var now, var _) -> now;
          case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
          case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
          case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
        };
    if (entry.state().state() == OrganisationEntry.State.ERASED) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return entry;
  }

  public Map<String, Object> json(Guarded<E> found) {
    E entry = found.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", found.id());
    json.put("name", entry.name());
    json.put("country", entry.country());
    json.put("regions", entry.regions());
    json.put("language", entry.language());
    json.put("audience", entry.audience());
    json.put("exercise", entry.exercise());
    json.put("state", entry.state());
    json.put("registeredAt", entry.registeredAt().toString());
    var confirmed = entry.confirmed();
    put(json, "confirmedAt", confirmed == null ? null : confirmed.at());
    put(json, "liveAt", entry.provedAt());
    kind.rest().put(entry, json);
    return json;
  }

  /** Only what there is. */
  public static void put(Map<String, Object> json, String name, @Nullable Instant at) {
    if (at != null) {
      json.put(name, at.toString());
    }
  }
}
