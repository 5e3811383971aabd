package org.homeward.intake.providers;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.Outcomes;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.people.SupportService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory: everybody at a desk reads it, supervisors keep it. */
@RestController
class ProvidersController {

  static final String PROVIDER = HttpProviders.PROVIDERS + "/{id}";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final Pattern LANGUAGE = Pattern.compile("|[a-z]{2,3}");

  private final ViewProviders viewProviders;
  private final ChangeProvider changeProvider;
  private final Clock clock;

  ProvidersController(ViewProviders viewProviders, ChangeProvider changeProvider, Clock clock) {
    this.viewProviders = viewProviders;
    this.changeProvider = changeProvider;
    this.clock = clock;
  }

  @GetMapping(HttpProviders.PROVIDERS)
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String service,
      @RequestParam(defaultValue = "") String language) {
    if (!service.isEmpty() && Stream.of(SupportService.values()).noneMatch(named(service))) {
      throw FaceProblem.INVALID.problem().error("/service", "unknown-code").exception();
    }
    if (!LANGUAGE.matcher(language).matches()) {
      throw FaceProblem.INVALID.problem().error("/language", "wrong-form").exception();
    }
    return Map.of(
        "providers",
        viewProviders
            .all(
                each ->
                    (service.isEmpty()
                            || each.details().services().stream().anyMatch(named(service)))
                        && (language.isEmpty() || each.details().languages().contains(language)))
            .stream()
            .map(HttpProviders::provider)
            .toList());
  }

  private static Predicate<SupportService> named(String service) {
    return each -> each.name().equals(service);
  }

  @GetMapping(PROVIDER)
  ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
    ViewProviders.Known known = viewProviders.one(id).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return ResponseEntity.ok().eTag(ETags.of(known.version())).body(HttpProviders.provider(known));
  }

  /** Where somebody is brought; each look at it stands in the audit trail. */
  @GetMapping(PROVIDER + "/address")
  Map<String, Object> address(@PathVariable String id, Caller caller) {
    String address =
        viewProviders.address(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return Map.of("provider", id, "address", address);
  }

  @PostMapping(path = HttpProviders.PROVIDERS, consumes = JSON)
  ResponseEntity<Map<String, Object>> add(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    Details details = ProviderBody.details(fields);
    String address = ProviderBody.address(fields);
    fields.check();
    Provider provider = Provider.of(details, address, caller.person(), clock.instant());
    return switch (changeProvider.add(provider, Commands.of(command))) {
      case WriteOutcome.Written<KeptProvider, Boolean>(var now, var _) ->
          made(now.id(), now.version());
      case WriteOutcome.Repeated<KeptProvider, Boolean>(var now, var _) ->
          made(now.id(), now.version());
      case WriteOutcome.KeyReused<KeptProvider, Boolean>() ->
          throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> made(String id, long version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provider", id);
    return ResponseEntity.created(URI.create(HttpProviders.PROVIDERS + "/" + id))
        .eTag(ETags.of(version))
        .body(json);
  }

  /** An address that is not named stays: whoever writes need not have read it. */
  @PostMapping(path = PROVIDER, consumes = JSON)
  ResponseEntity<Map<String, Object>> say(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    Fields fields = Fields.of(body);
    var wish =
        new ProviderCommand.Say(
            ProviderBody.details(fields),
            ProviderBody.address(fields),
            fields.has(ProviderBody.ADDRESS_FIELD));
    fields.check();
    return changed(id, read, command, wish, caller);
  }

  @PostMapping(path = PROVIDER + "/checked", consumes = JSON)
  ResponseEntity<Map<String, Object>> check(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    Fields.of(body).check();
    return changed(id, read, command, new ProviderCommand.Check(caller.person()), caller);
  }

  @PostMapping(path = PROVIDER + "/out", consumes = JSON)
  ResponseEntity<Map<String, Object>> takeOut(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    Fields.of(body).check();
    return changed(id, read, command, new ProviderCommand.TakeOut(), caller);
  }

  private ResponseEntity<Map<String, Object>> changed(
      String id, IfMatch read, RequestCommand command, ProviderCommand wish, Caller caller) {
    return read.first(
        version ->
            HttpProviders.done(
                Outcomes.now(
                    changeProvider.change(id, version, Commands.of(command), wish, caller.person()),
                    HttpProviders::refusal)));
  }
}
