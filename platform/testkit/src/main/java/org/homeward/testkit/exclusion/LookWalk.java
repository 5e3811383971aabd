package org.homeward.testkit.exclusion;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.testkit.ContractDocument;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads by every operation of a service that shows something, as somebody who may see it: before
 * the answer a look stands in the audit trail. Operations come from the OpenAPI document; one that
 * shows nothing of a case or a person has to be named.
 */
public final class LookWalk {

  private static final String LOOK = "insert audit";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** One thread may write the look of another: then the request's own commands hold none. */
  private static final int TRIES = 3;

  private final ContractDocument document;
  private final URI service;
  private final StoreCommands store;
  private final List<Exchange.Caller> readers;
  private final Map<String, String> shown;
  private final Set<String> without = new HashSet<>();
  private final Set<String> only = new HashSet<>();
  private final List<String> findings = new ArrayList<>();

  LookWalk(
      ContractDocument document,
      URI service,
      StoreCommands store,
      List<Exchange.Caller> readers,
      Map<String, String> shown) {
    this.document = document;
    this.service = service;
    this.store = store;
    this.readers = new ArrayList<>(readers);
    this.shown = new HashMap<>(shown);
  }

  /**
   * Somebody else who may see something; each operation must be open to at least one of them.
   *
   * @param headers that say who it is
   */
  public LookWalk as(String name, String... headers) {
    readers.add(new Exchange.Caller(name, List.of(headers)));
    return this;
  }

  /** Something that is there, by its kind as paths and queries name it. */
  public LookWalk shown(String kind, String id) {
    shown.put(kind, id);
    return this;
  }

  /** Operations that show nothing of a case or a person. */
  public LookWalk without(String... operations) {
    without.addAll(List.of(operations));
    return this;
  }

  /** Operations whose looks another test proves, where there is something to show. */
  public LookWalk elsewhere(String... operations) {
    return without(operations);
  }

  /** Walks these alone, of which another walk says {@link #elsewhere}. */
  public LookWalk only(String... operations) {
    only.addAll(List.of(operations));
    return this;
  }

  /** Every operation that shows something unrecorded, or nothing at all; empty when all is well. */
  public List<String> findings() {
    List<Operation> operations = Operation.of(document).stream().filter(Operation::isRead).toList();
    Stream.concat(without.stream(), only.stream())
        .filter(declared -> operations.stream().noneMatch(each -> each.toString().equals(declared)))
        .forEach(declared -> findings.add(declared + ": is no operation that reads"));
    for (Operation operation : operations) {
      if (isWalked(operation)) {
        read(operation);
      }
    }
    return List.copyOf(findings);
  }

  private boolean isWalked(Operation operation) {
    String name = operation.toString();
    return only.isEmpty() ? !operation.isStream() && !without.contains(name) : only.contains(name);
  }

  private void read(Operation operation) {
    Optional<Filling.Filled> filled = new Filling(document, shown, Map.of()).of(operation, shown);
    if (filled.isEmpty()) {
      findings.add(operation + ": cannot be filled in: give its parameters an example");
      return;
    }
    for (Exchange.Caller reader : readers) {
      Exchange answer = ask(operation, filled.get(), reader);
      if (answer.status() == 200 && !(operation.isList() && isEmpty(answer))) {
        for (int i = 1; i < TRIES && !isRecorded(answer); i++) {
          answer = ask(operation, filled.get(), reader);
        }
        if (!isRecorded(answer)) {
          findings.add(operation + ": shows something, and no look is recorded first");
        }
        return;
      }
    }
    findings.add(operation + ": shows nothing to anybody: the walk would find nothing by it");
  }

  private Exchange ask(Operation operation, Filling.Filled filled, Exchange.Caller reader) {
    return Exchange.of(
        operation.method(),
        service.resolve(filled.target()),
        filled.body(),
        reader.headers(),
        store);
  }

  private static boolean isRecorded(Exchange answer) {
    return answer.heard().asked().contains(LOOK);
  }

  /** A list of nothing is no look. */
  private static boolean isEmpty(Exchange answer) {
    try {
      List<JsonNode> lists =
          MAPPER.readTree(answer.body()).valueStream().filter(JsonNode::isArray).toList();
      return !lists.isEmpty() && lists.stream().allMatch(JsonNode::isEmpty);
    } catch (JacksonException noJson) {
      return false;
    }
  }
}
