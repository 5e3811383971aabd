package org.homeward.intake.family;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.family.words.Sentence;
import org.homeward.intake.family.words.SentenceList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** People of a family: who is told what, when we call next, and what each must not learn. */
@RestController
class FamilyController {

  static final String FAMILY = "/api/v1/cases/{id}/family";
  static final String CONTACTS = FAMILY + "/contacts";
  static final String CONTACT = CONTACTS + "/{familyContact}";
  static final String KEEP_FROM = CONTACT + "/must-not-learn";
  static final String NUMBER = CONTACT + "/number";
  static final String NEXT = CONTACT + "/next";
  static final String ATTEMPTS = CONTACT + "/attempts";
  static final String END = CONTACT + "/end";
  static final String UPDATES = CONTACT + "/updates";
  static final String OUTCOME = UPDATES + "/{update}/outcome";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final LookAtCase lookAtCase;
  private final ChangeFamily changeFamily;
  private final FamilyMatter familyMatter;
  private final SentenceList sentences;
  private final String country;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param country of the node
   * @param zone in which a family hears when we call next
   */
  FamilyController(
      LookAtCase lookAtCase,
      ChangeFamily changeFamily,
      FamilyMatter familyMatter,
      SentenceList sentences,
      String country,
      ZoneId zone,
      Clock clock) {
    this.lookAtCase = lookAtCase;
    this.changeFamily = changeFamily;
    this.familyMatter = familyMatter;
    this.sentences = sentences;
    this.country = country;
    this.zone = zone;
    this.clock = clock;
  }

  @GetMapping(FAMILY)
  Map<String, Object> read(@PathVariable String id, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    return HttpFamily.all(
        seen,
        changeFamily.of(seen),
        contact -> familyMatter.of(seen, contact),
        sentences,
        HttpFamily.Reader.of(caller),
        clock.instant());
  }

  @PostMapping(path = CONTACTS, consumes = JSON)
  ResponseEntity<Map<String, Object>> add(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = ours(id, caller);
    Command once = Commands.of(command);
    Fields fields = Fields.of(body);
    Contact contact =
        FamilyBody.contact(fields, seen, changeFamily.idOf(once), country, clock.instant());
    fields.check();
    if (contact.report() == null && !caller.is(Role.SUPERVISOR)) {
      // A report that is named has this very number.
      throw HttpFamily.refused(CaseDecision.Refusal.SUPERVISOR_REQUIRED); // upholds 6
    }
    HttpFamily.done(outcome(seen, once, new FamilyCommand.Add(contact)), seen.id());
    return HttpFamily.made(seen.id(), Map.of("contact", contact.id()));
  }

  @PostMapping(path = KEEP_FROM, consumes = JSON)
  Map<String, Object> keepFrom(
      @PathVariable String id,
      @PathVariable("familyContact") String contact,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return change(
        id,
        body,
        command,
        caller,
        (seen, fields) -> new FamilyCommand.KeepFrom(contact, FamilyBody.mustNotLearn(fields)));
  }

  @PostMapping(path = NUMBER, consumes = JSON)
  Map<String, Object> renumber(
      @PathVariable String id,
      @PathVariable("familyContact") String contact,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return change(
        id,
        body,
        command,
        caller,
        (seen, fields) ->
            new FamilyCommand.Renumber(
                contact, FamilyBody.number(fields, country), word(fields, seen)));
  }

  @PostMapping(path = NEXT, consumes = JSON)
  Map<String, Object> promise(
      @PathVariable String id,
      @PathVariable("familyContact") String contact,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return change(
        id,
        body,
        command,
        caller,
        (seen, fields) ->
            new FamilyCommand.Promise(contact, FamilyBody.next(fields, seen, clock.instant())));
  }

  /** Nobody was reached, so that nothing was shown: the promise stands. */
  @PostMapping(path = ATTEMPTS, consumes = JSON)
  Map<String, Object> miss(
      @PathVariable String id,
      @PathVariable("familyContact") String contact,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return change(
        id,
        body,
        command,
        caller,
        (seen, fields) ->
            new FamilyCommand.Miss(
                contact,
                new Attempt(
                    fields.requiredCode("how", EnumSet.allOf(Attempt.How.class)),
                    seen.person(),
                    clock.instant())));
  }

  /** The only way to a text: it is written down as told before it is shown. */
  @PostMapping(path = UPDATES, consumes = JSON)
  ResponseEntity<Map<String, Object>> tell(
      @PathVariable String id,
      @PathVariable("familyContact") String contact,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = ours(id, caller);
    Command once = Commands.of(command);
    Fields fields = Fields.of(body);
    Instant now = clock.instant();
    Optional<Sentence> sentence = FamilyBody.sentence(fields, sentences);
    String name = FamilyBody.name(fields);
    String dialled = FamilyBody.dialled(fields, country);
    NextCall next = FamilyBody.maybeNext(fields, seen, now);
    fields.check();
    var wish =
        tell(seen, contact, changeFamily.idOf(once), name, dialled, sentence.orElseThrow(), next);
    return HttpFamily.told(outcome(seen, once, wish), seen.id(), contact, wish.told());
  }

  private FamilyCommand.Tell tell(
      LookAtCase.Seen seen,
      String contact,
      String told,
      String name,
      @Nullable String dialled,
      Sentence sentence,
      @Nullable NextCall next) {
    return new FamilyCommand.Tell(
        contact,
        told,
        name,
        dialled,
        sentence,
        next,
        zone,
        seen.person(),
        next == null ? clock.instant() : next.setAt(),
        of -> familyMatter.of(seen, of));
  }

  @PostMapping(path = OUTCOME, consumes = JSON)
  Map<String, Object> settle(
      @PathVariable String id,
      @PathVariable("familyContact") String contact,
      @PathVariable String update,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return change(
        id,
        body,
        command,
        caller,
        (seen, fields) ->
            new FamilyCommand.Settle(
                contact,
                update,
                fields.requiredCode("how", EnumSet.allOf(Told.How.class)),
                seen.person(),
                clock.instant()));
  }

  @PostMapping(path = END, consumes = JSON)
  Map<String, Object> end(
      @PathVariable String id,
      @PathVariable("familyContact") String contact,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return change(
        id,
        body,
        command,
        caller,
        (seen, fields) -> new FamilyCommand.End(contact, word(fields, seen)));
  }

  private Contact.Word word(Fields fields, LookAtCase.Seen seen) {
    return new Contact.Word(FamilyBody.reason(fields), seen.person(), clock.instant());
  }

  /** The family of another node's child is spoken to by that node. */
  private LookAtCase.Seen ours(String id, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    if (seen.isForeign()) {
      throw HttpFamily.refused(CaseDecision.Refusal.NOT_THE_OWNER); // upholds 5
    }
    return seen;
  }

  private LookAtCase.Seen look(String id, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    if (seen.isErased()) {
      throw HttpFamily.refused(CaseDecision.Refusal.CASE_ERASED); // upholds 7
    }
    return seen;
  }

  private Map<String, Object> change(
      String id,
      byte[] body,
      RequestCommand command,
      Caller caller,
      BiFunction<LookAtCase.Seen, Fields, FamilyCommand> wish) {
    LookAtCase.Seen seen = ours(id, caller);
    Fields fields = Fields.of(body);
    FamilyCommand wished = wish.apply(seen, fields);
    fields.check();
    return HttpFamily.done(outcome(seen, Commands.of(command), wished), seen.id());
  }

  private WriteOutcome.OfPuttingOnce<KeptFamily, FamilyDecision> outcome(
      LookAtCase.Seen seen, Command command, FamilyCommand wish) {
    try {
      return changeFamily.change(seen, command, wish);
    } catch (StoreFailure.TooLarge full) {
      throw FamilyProblem.FAMILY_FULL.exception();
    }
  }
}
