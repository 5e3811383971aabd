package org.homeward.console.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps that the pages of the registers of organisations share: of their systems and of their
 * phones.
 */
public final class HttpOrganisations {

  private final HttpApi api;
  private final HttpPages pages;
  private final Kind kind;
  private final String country;
  private final Clock clock;

  /**
   * One kind of entries.
   *
   * @param api where the node has them
   * @param page where the console shows them
   * @param form the page on which one is registered
   * @param address the field that says where it is told
   */
  public record Kind(String api, String page, String form, String address) {

    private String name() {
      return api.substring(api.lastIndexOf('/') + 1);
    }
  }

  /** Shows one entry. */
  @FunctionalInterface
  public interface One {

    /**
     * @param wrong why something was not done, in words; empty otherwise
     */
    ResponseEntity<String> show(HttpStatusCode status, String told, String wrong, String key);
  }

  /**
   * @param country of the node, of which they hear
   */
  public HttpOrganisations(HttpApi api, HttpPages pages, Kind kind, String country, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.kind = kind;
    this.country = country;
    this.clock = clock;
  }

  public Stream<JsonNode> all() {
    return api.read(kind.api()).body().path(kind.name()).valueStream();
  }

  public Answer.Done one(String id) {
    return api.read(kind.api() + "/" + PathId.of(id));
  }

  /** The regions of which one hears. */
  public static String where(JsonNode entry) {
    String regions =
        entry
            .path("regions")
            .valueStream()
            .map(region -> region.asString(""))
            .collect(Collectors.joining(", "));
    return regions.isEmpty() ? entry.path("country").asString("") : regions;
  }

  public String when(Words words, JsonNode entry, String name) {
    return HttpEntries.when(words, entry.path(name), clock.instant());
  }

  public ResponseEntity<String> ask(HttpServletRequest request) {
    var form = RegisterForm.of(Map.of("language", "sr", "exercise", "false"));
    return pages.show(request, kind.form(), form);
  }

  /**
   * @param made shows what was registered
   */
  public ResponseEntity<String> register(
      HttpServletRequest request,
      Map<String, String> form,
      Function<JsonNode, ResponseEntity<String>> made) {
    var typed = new RegisterForm(form, Map.of(), form.getOrDefault("key", ""));
    return HttpFormEnd.of(pages.words(request), typed.key())
        .after(
            api.post(kind.api(), body(form), typed.key(), ""),
            done -> made.apply(done.body()),
            again ->
                pages.show(
                    request, again.status(), kind.form(), typed.again(again.wrong(), again.key())));
  }

  private ObjectNode body(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", form.getOrDefault("name", "").strip());
    body.put(kind.address(), form.getOrDefault(kind.address(), "").strip());
    body.put("country", country);
    var regions = body.putArray("regions");
    Stream.of(form.getOrDefault("regions", "").split("[\\s,;]+", -1))
        .filter(region -> !region.isEmpty())
        .forEach(regions::add);
    body.put("language", form.getOrDefault("language", ""));
    body.put("audience", "VOLUNTEER");
    body.put("exercise", form.getOrDefault("exercise", "").equals("true"));
    return body;
  }

  /** The page of one; {@code done} says what was done just now. */
  public ResponseEntity<String> read(HttpServletRequest request, String done, One one) {
    String told = HttpEntries.told(pages.words(request), done);
    return one.show(HttpStatus.OK, told, "", HttpFormEnd.freshKey());
  }

  /** Leads to the page of one, which says what was done. */
  public ResponseEntity<String> leadTo(String id, String said) {
    return HttpFormEnd.leadTo(kind.page() + "/" + id + "?done=" + said);
  }

  /**
   * Does something about one; two of the things are done to what was seen alone.
   *
   * @param after shows what was done
   */
  public ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String what,
      Map<String, String> form,
      ObjectNode body,
      Function<JsonNode, ResponseEntity<String>> after,
      One one) {
    String key = form.getOrDefault("key", "");
    boolean guarded = what.equals("confirm") || what.equals("rotate");
    String seen = guarded ? form.getOrDefault("seen", "") : "";
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(kind.api() + "/" + PathId.of(id) + "/" + what, body, key + "-" + what, seen),
            done -> after.apply(done.body()),
            again -> one.show(again.status(), "", again.one(), again.key()));
  }

  /** The same, with nothing to say but what is done. */
  public ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String what,
      String said,
      Map<String, String> form,
      One one) {
    return change(
        request, id, what, form, JsonNodeFactory.instance.objectNode(), _ -> leadTo(id, said), one);
  }
}
