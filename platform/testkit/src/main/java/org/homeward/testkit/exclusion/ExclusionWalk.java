package org.homeward.testkit.exclusion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.testkit.ContractDocument;

/**
 * Walks every operation of a service that names a case or a part of one, as callers from whom the
 * case is kept, and holds the answer against that to an unknown id: 404, the same bytes and
 * headers, the same commands to the store in the same order, and no more read from it than a few
 * fields. Operations come from the OpenAPI document, so that a new one is walked without anybody
 * adding it; one that cannot be filled in is a finding.
 */
public final class ExclusionWalk {

  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{16,}");

  /** An id, a role and a list of names: what decides who may see it, and not the thing itself. */
  private static final int FEW_FIELDS = 400;

  /** A difference that does not come again was somebody else's write in between. */
  private static final int TRIES = 3;

  private final ContractDocument document;
  private final URI service;
  private final StoreCommands store;
  private final Map<String, String> hidden = new LinkedHashMap<>();
  private final Map<String, String> unknown = new LinkedHashMap<>();
  private final Set<String> others = new HashSet<>();
  private final Set<String> alike = new HashSet<>();
  private final Map<String, String> searches = new LinkedHashMap<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();
  private final List<Exchange.Caller> callers = new ArrayList<>();
  private final List<Exchange.Caller> readers = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private boolean contentDecides;

  /**
   * @param store that the service at this port has as its bean {@code storeListener}
   */
  public ExclusionWalk(Path openApi, int port, StoreCommands store) {
    try {
      this.document = ContractDocument.parse(Files.readString(openApi));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.service = URI.create("http://127.0.0.1:" + port);
    this.store = store;
  }

  /**
   * Somebody from whom the case is kept; each operation must be open to at least one of them.
   *
   * @param headers that say who it is, such as {@code Authorization: Bearer …}
   */
  public ExclusionWalk as(String name, String... headers) {
    callers.add(new Exchange.Caller(name, List.of(headers)));
    return this;
  }

  /**
   * Something that is kept from the callers. The unknown one beside it differs in its UUIDs.
   *
   * @param kind as paths, queries and bodies name it: {@code /cases/{id}}, {@code ?case=}, {@code
   *     {"case": …}}
   */
  public ExclusionWalk hidden(String kind, String id) {
    return hidden(kind, id, UUIDS.matcher(id).replaceAll(known -> UUID.randomUUID().toString()));
  }

  public ExclusionWalk hidden(String kind, String id, String unknownId) {
    hidden.put(kind, id);
    unknown.put(kind, unknownId);
    return this;
  }

  /**
   * What names nothing of a case.
   *
   * @param kinds of parameters; or an operation whose parameters only look like those of a case
   */
  public ExclusionWalk others(String... kinds) {
    others.addAll(List.of(kinds));
    return this;
  }

  /** Stops, freezes and brakes: they act for everybody, and answer alike for every id. */
  public ExclusionWalk alike(String... operations) {
    alike.addAll(List.of(operations));
    return this;
  }

  /**
   * What is hidden and what nobody has are not found: the same answer, and the same is read. The
   * operation is walked like any other beside this.
   *
   * @param json a body that looks for something hidden, and names nothing else that is
   */
  public ExclusionWalk searches(String operation, String json) {
    searches.put(operation, json);
    return this;
  }

  /** For things whose own content decides who may see them: they are read before that is known. */
  public ExclusionWalk whereContentDecides() {
    contentDecides = true;
    return this;
  }

  /** A valid body where the schema alone does not lead to one. */
  public ExclusionWalk body(String operation, String json) {
    bodies.put(operation, json);
    return this;
  }

  /**
   * Somebody who may see it: so each thing that is read by its id is really there.
   *
   * @param headers that say who it is
   */
  public ExclusionWalk seenBy(String... headers) {
    readers.add(new Exchange.Caller("somebody who may see it", List.of(headers)));
    return this;
  }

  /** The looks of those who may see it, at the same things. */
  public LookWalk looks() {
    return new LookWalk(document, service, store, readers, hidden);
  }

  /** Everything by which the two could be told apart; empty when all is well. */
  public List<String> findings() {
    List<Operation> operations = Operation.of(document);
    Stream.of(alike, searches.keySet(), bodies.keySet(), others)
        .flatMap(Set::stream)
        .filter(declared -> declared.contains(" "))
        .filter(declared -> operations.stream().noneMatch(each -> each.toString().equals(declared)))
        .forEach(declared -> finding(declared, "is no operation"));
    boolean walked = false;
    for (Operation operation : operations) {
      if (names(operation)) {
        walked = true;
        compare(operation, false);
        if (searches.containsKey(operation.toString())) {
          compare(operation, true);
        }
      } else if (operation.isList()) {
        list(operation);
      }
    }
    if (!walked) {
      findings.add("no operation names any of " + hidden.keySet());
    }
    return List.copyOf(findings);
  }

  private void finding(Object where, String what) {
    findings.add(where + ": " + what);
  }

  private boolean names(Operation operation) {
    if (others.contains(operation.toString())) {
      return false;
    }
    boolean named = !filling(false).kinds(operation).isEmpty();
    for (Operation.Place place : operation.places()) {
      if (hidden.containsKey(place.kind())) {
        named = true;
      } else if (!others.contains(place.kind())) {
        finding(operation, "say whether a " + place.kind() + " is hidden(…) or one of others(…)");
      }
    }
    return named;
  }

  private void compare(Operation operation, boolean isSearch) {
    if (filling(isSearch).of(operation, hidden).isEmpty()) {
      finding(operation, "cannot be filled in: give it a body(…), or its parameters an example");
      return;
    }
    if (!readers.isEmpty() && operation.isRead() && !operation.isList()) {
      if (readers.stream()
          .noneMatch(each -> ask(operation, each, hidden, isSearch).status() == 200)) {
        finding(operation, "shows nothing to anybody: the walk would find nothing by it");
      }
    }
    boolean open = false;
    for (Exchange.Caller caller : callers) {
      open |= ask(operation, caller, unknown, isSearch).status() != 403;
      for (List<String> version : versions(operation)) {
        Exchange.Caller asking = caller.with(version);
        String difference = "";
        for (int i = 0; i < TRIES && (i == 0 || !difference.isEmpty()); i++) {
          difference =
              difference(
                  operation,
                  isSearch,
                  ask(operation, asking, hidden, isSearch),
                  ask(operation, asking, unknown, isSearch));
        }
        if (!difference.isEmpty()) {
          finding(operation, asking.name() + " " + difference);
        }
      }
    }
    if (!open) {
      finding(operation, "is open to none of the callers: add one whose role has it");
    }
  }

  /** Without a version, with a stale one and with any: none of them is looked at. */
  private static List<List<String>> versions(Operation operation) {
    return operation.takes("If-Match")
        ? List.of(List.of(), List.of("If-Match: \"0\""), List.of("If-Match: *"))
        : List.of(List.of());
  }

  private String difference(Operation operation, boolean isSearch, Exchange one, Exchange other) {
    if (one.status() == 403 && one.equals(other)) {
      return "";
    }
    boolean forAll = alike.contains(operation.toString());
    Exchange plain = one.without(hidden);
    Exchange otherPlain = other.without(unknown);
    if (isSearch ? one.status() != 200 : !asExpected(operation, forAll, one.status())) {
      return "got " + one.status() + " " + one.body();
    }
    if (!plain.answer().equals(otherPlain.answer())) {
      return "got " + plain.answer() + ", and for an unknown id " + otherPlain.answer();
    }
    if (forAll) {
      return "";
    }
    StoreCommands.Heard heard = one.heard();
    StoreCommands.Heard forUnknown = other.heard();
    if (heard.asked().isEmpty()) {
      return "asked nothing of the store that was heard: is storeListener its bean?";
    }
    if (!heard.asked().equals(forUnknown.asked())) {
      return "asked %s of the store, and for an unknown id %s"
          .formatted(heard.asked(), forUnknown.asked());
    }
    return !contentDecides && heard.read() - forUnknown.read() > FEW_FIELDS
        ? "read %d characters from the store, and for an unknown id %d"
            .formatted(heard.read(), forUnknown.read())
        : "";
  }

  /** A list of what belongs to a hidden case may be empty as well. */
  private static boolean asExpected(Operation operation, boolean forAll, int status) {
    return forAll ? status < 300 : status == 404 || (status == 200 && operation.isList());
  }

  /** A list leaves out what is hidden, and names it in no cursor. */
  private void list(Operation operation) {
    if (operation.isStream()) {
      return;
    }
    if (filling(false).of(operation, Map.of()).isEmpty()) {
      finding(operation, "cannot be filled in: give its parameters an example");
      return;
    }
    for (Exchange.Caller caller : callers) {
      String page = ask(operation, caller, Map.of(), false).body();
      String all = page + decoded(page);
      hidden.forEach(
          (kind, id) -> {
            if (!id.equals(unknown.get(kind)) && all.contains(id)) {
              finding(operation, caller.name() + " finds the " + kind);
            }
          });
    }
  }

  private static String decoded(String body) {
    var decoded = new StringBuilder();
    OPAQUE
        .matcher(body)
        .results()
        .map(MatchResult::group)
        .filter(text -> text.length() % 4 != 1) // no base64 without padding is so long
        .map(text -> new String(Base64.getUrlDecoder().decode(text), ISO_8859_1))
        .forEach(decoded::append);
    return decoded.toString();
  }

  private Exchange ask(
      Operation operation, Exchange.Caller caller, Map<String, String> ids, boolean isSearch) {
    Filling.Filled filled = filling(isSearch).of(operation, ids).orElseThrow();
    List<String> headers = new ArrayList<>(caller.headers());
    if (!operation.isRead()) {
      headers.add("Idempotency-Key: " + UUID.randomUUID());
    }
    filled.mediaType().ifPresent(type -> headers.add("Content-Type: " + type));
    return Exchange.of(
        operation.method(), service.resolve(filled.target()), filled.body(), headers, store);
  }

  private Filling filling(boolean isSearch) {
    return new Filling(document, hidden, isSearch ? searches : bodies);
  }
}
