package org.homeward.intake.carefiles;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person see a care file, or finds nothing for her; the look is recorded before either. A
 * file that is not for her and an id that nobody gave leave the same behind them.
 */
public final class LookAtCareFile {

  private final GuardedDocuments<KeptCareFile> files;
  private final AuditTrail trail;
  private final Clock clock;

  LookAtCareFile(GuardedDocuments<KeptCareFile> files, AuditTrail trail, Clock clock) {
    this.files = files;
    this.trail = trail;
    this.clock = clock;
  }

  /** Documents beside a care file that go with it; a room that keeps some declares a bean. */
  public interface ErasedBesideFile {

    /** Nothing is left of the file; erases what stood beside it. Safe to repeat. */
    void fileErased(String file);
  }

  /** The proof that this person may see this file; only a look makes one. */
  public static final class SeenFile {

    private final String id;
    private final long version;
    private final CareFile file;
    private final Caller caller;
    private final Predicate<CareFile> may;

    private SeenFile(
        String id, long version, CareFile file, Caller caller, Predicate<CareFile> may) {
      this.id = id;
      this.version = version;
      this.file = file;
      this.caller = caller;
      this.may = may;
    }

    public String id() {
      return id;
    }

    long version() {
      return version;
    }

    CareFile file() {
      return file;
    }

    /** Of the person in it. */
    public About about() {
      return file.about();
    }

    public boolean exercise() {
      return file.exercise();
    }

    /** The opaque id of the person. */
    public String person() {
      return caller.person();
    }

    /** Whether she may change it, too. */
    public boolean isMember() {
      return isMember(file, caller);
    }

    /** Whether the same would be seen now. */
    boolean isStillFor(KeptCareFile state) {
      return state instanceof CareFile now && may.test(now);
    }

    @Override
    public String toString() {
      return "SeenFile[" + id + "]";
    }

    private static boolean isMember(CareFile file, Caller caller) {
      return caller.is(Role.CONFIDANT) && file.isMember(caller.person());
    }
  }

  /** For reading it: a member, or a supervisor by break-glass as long as that lasts. */
  public Optional<SeenFile> at(String id, Caller caller) {
    return look(
        id,
        caller,
        known ->
            isMember(known, caller)
                || (caller.is(Role.SUPERVISOR)
                    && known.texts(CareFile.GLASS).contains(caller.person())),
        file -> mayOpen(file, caller));
  }

  /** For changing it: a member alone. */
  public Optional<SeenFile> asMember(String id, Caller caller) {
    return look(
        id, caller, known -> isMember(known, caller), file -> SeenFile.isMember(file, caller));
  }

  /** For a supervisor who asks for it by break-glass; nothing is shown. */
  Optional<SeenFile> closed(String id, Caller caller) {
    return look(id, caller, _ -> caller.is(Role.SUPERVISOR), _ -> caller.is(Role.SUPERVISOR));
  }

  /** For a word to erase it, by a member or the data-protection officer; nothing is shown. */
  Optional<SeenFile> toErase(String id, Caller caller) {
    return look(
        id,
        caller,
        known -> caller.is(Role.DPO) || isMember(known, caller),
        file -> caller.is(Role.DPO) || SeenFile.isMember(file, caller));
  }

  private static boolean isMember(Excerpt known, Caller caller) {
    return caller.is(Role.CONFIDANT) && known.texts(CareFile.MEMBERS).contains(caller.person());
  }

  private Optional<SeenFile> look(
      String id, Caller caller, Predicate<Excerpt> mayKnow, Predicate<CareFile> may) {
    if (!LookAtCase.isId(id)) {
      return Optional.empty();
    }
    String named = KeptCase.named(caller.person());
    boolean isKnown =
        files
            .excerpts()
            .of(id, KeptCareFile.KEPT, CareFile.MEMBERS, CareFile.GLASS, KeptCase.NOT_TO_LIST)
            .filter(it -> it.text(KeptCareFile.KEPT).filter(KeptCareFile.FILE::equals).isPresent())
            .filter(it -> !it.texts(KeptCase.NOT_TO_LIST).contains(named)) // upholds 6
            .filter(mayKnow) // upholds 6
            .isPresent();
    if (!isKnown) {
      record(List.of(id), AuditEntry.Verb.WITHHELD, caller); // upholds 10
      return Optional.empty();
    }
    record(List.of(id), AuditEntry.Verb.DISCLOSED, caller); // upholds 10
    Predicate<CareFile> now = file -> !file.isKeptFrom(caller.person()) && may.test(file);
    return files
        .find(id)
        .filter(found -> found.state() instanceof CareFile file && now.test(file))
        .map(found -> new SeenFile(id, found.version(), (CareFile) found.state(), caller, now));
  }

  /** Whether she may read it now; nothing is shown, so no look. */
  boolean mayOpen(KeptCareFile state, Caller caller) {
    return state instanceof CareFile file
        && (SeenFile.isMember(file, caller)
            || (caller.is(Role.SUPERVISOR) && file.isOpenTo(caller.person(), clock.instant())));
  }

  /**
   * Those of these files that she may read now; nothing of them is shown, so no look.
   *
   * @param ids of files
   */
  public Set<String> among(Set<String> ids, Caller caller) {
    return files.find(ids).stream()
        .filter(found -> mayOpen(found.state(), caller)) // upholds 6
        .map(Guarded::id)
        .collect(Collectors.toSet());
  }

  /** A file of which the person is a member. */
  public record OwnFile(boolean exercise, Set<String> members) {

    public OwnFile {
      members = Set.copyOf(members);
    }

    /** Nobody counts on a person who is no member by now. */
    public @Nullable String owner(String person) {
      return members.contains(person) ? person : null;
    }
  }

  /**
   * Those of these files of which she is a member now; nothing of them is shown, so no look. A
   * supervisor is none by break-glass.
   *
   * @param ids of files
   */
  public Map<String, OwnFile> ownAmong(Set<String> ids, Caller caller) {
    Map<String, OwnFile> own = new HashMap<>();
    if (!caller.is(Role.CONFIDANT)) {
      return own;
    }
    for (Guarded<KeptCareFile> found : files.find(ids)) {
      if (found.state() instanceof CareFile file && file.isMember(caller.person())) { // upholds 6
        Set<String> members =
            file.members().stream().filter(file::isMember).collect(Collectors.toSet());
        own.put(found.id(), new OwnFile(file.exercise(), members));
      }
    }
    return own;
  }

  /** Whether there is such a file: for what goes with it, and never for a reader. */
  public boolean isThere(String id) {
    return files.find(id).filter(found -> found.state() instanceof CareFile).isPresent();
  }

  /** Whether she may know that there is such a file: those who watch over all know of each. */
  boolean mayKnowOf(KeptCareFile state, Caller caller) {
    boolean oversees = caller.is(Role.SUPERVISOR) || caller.is(Role.DPO);
    return mayOpen(state, caller)
        || (oversees && state instanceof CareFile file && !file.isKeptFrom(caller.person()));
  }

  /** Records that a person is shown these. */
  public void record(Set<String> shown, Caller caller) {
    if (!shown.isEmpty()) {
      record(shown.stream().sorted().toList(), AuditEntry.Verb.DISCLOSED, caller);
    }
  }

  private void record(List<String> ids, AuditEntry.Verb verb, Caller caller) {
    Viewer viewer = Viewer.of(caller);
    viewer.looks(trail, ids, verb, clock.instant()); // upholds 10
  }
}
